// The clock, the knob and the buttons.

class Player {
  constructor(root) {
    const find = id => document.getElementById(id);
    const data = root.dataset;
    [this.end, this.start, this.shifts] = [Number(data.end), Date.parse(data.start + 'Z'), shiftsOf(data.shifts)];
    [this.knob, this.button, this.speed, this.clock, this.said] = ['at', 'play', 'speed', 'clock', 'said'].map(id => find('replay-' + id));
    [this.trips, this.stays] = [rowsOf(data.trips, 6), rowsOf(data.stays, 4)];
    const supplies = suppliesOf(data.supply, Math.ceil(this.end / 1440));
    this.changes = rowsOf(data.changes, 3);
    const all = { trips: this.trips, stays: this.stays, longestTrip: longestOf(this.trips), longestStay: longestOf(this.stays), supplies, commodities: Number(data.commodities), parts: Number(data.parts), top: Number(data.top), heads: headsOf(data.heads), roles: data.roles.split(' ') };
    root.hidden = false;
    this.stages = [...document.querySelectorAll('svg.map')].map(svg => new Stage(svg, all));
    this.events = [...document.querySelectorAll('#story li')].map(line => ({ minute: Number(line.dataset.minute), kind: line.className, text: line.textContent }));
    this.minute = 0;
    this.steps = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.mark(find('replay-marks'));
    this.listen(find('replay-all'));
    this.goToLink();
  }

  mark(svg) {
    const colours = { closed: 'front', captured: 'front', ranout: 'warn', ranshort: 'warn', closedfor: 'warn', opened: 'camp', openedfor: 'camp', suppliedagain: 'camp', nolongershort: 'camp' };
    for (const { minute, kind } of this.events) draw(svg, 'rect', { class: 'f-' + (colours[kind] ?? 'axis'), x: 1000 * minute / this.end - 1.5, y: 0, width: 3, height: 10 });
  }

  listen(all) {
    this.button.addEventListener('click', () => this.playing ? this.pause() : this.play());
    this.knob.addEventListener('input', () => { this.pause(); this.go(Number(this.knob.value)); });
    all.addEventListener('click', () => { this.pause(); this.minute = 0; this.rest(); });
    document.addEventListener('keydown', pressed => {
      if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return;
      if (pressed.key === '[') this.step(this.events.findLast(event => this.minute > event.minute));
      if (pressed.key === ']') this.step(this.events.find(event => event.minute > this.minute));
    });
    addEventListener('hashchange', () => this.goToLink());
    addEventListener('resize', () => { if (this.minute) this.go(this.minute); });
    // On paper nothing moves: the whole run is printed.
    addEventListener('beforeprint', () => { this.pause(); this.rest(); });
    addEventListener('afterprint', () => { if (this.minute) this.go(this.minute); });
  }

  // A link to #day-12.5 opens the page at noon of day 12.
  goToLink() {
    const day = /^#day-(\d+(\.\d+)?)$/.exec(location.hash);
    if (!day) return;
    this.go(Math.min(this.end, Number(day[1]) * 1440));
    document.getElementById('map').scrollIntoView();
  }

  step(event) {
    if (!event) return;
    this.pause();
    this.go(event.minute);
  }

  play() {
    if (this.minute >= this.end) this.minute = 0;
    this.button.textContent = 'Pause';
    this.playing = true;
    let last = null;
    const frame = now => {
      if (!this.playing) return;
      const passed = last === null ? 0 : Math.min(100, now - last);
      if (!this.steps || last === null || now - last >= 800) {
        this.go(Math.min(this.end, this.minute + (this.steps ? 0.8 : passed / 1000) * Number(this.speed.value)));
        last = now;
      }
      if (this.minute >= this.end) this.pause(); else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  pause() {
    this.playing = false;
    this.button.textContent = 'Play';
  }

  rest() {
    for (const stage of this.stages) stage.rest();
    [this.knob.value, this.clock.textContent, this.said.textContent] = [0, '', ''];
    this.knob.setAttribute('aria-valuetext', 'the whole run');
  }

  go(minute) {
    this.minute = minute;
    this.knob.value = minute;
    this.clock.textContent = timeAt(this.start, minute, this.shifts);
    this.knob.setAttribute('aria-valuetext', this.clock.textContent);
    const last = this.events.findLast(event => minute >= event.minute)?.minute;
    const said = this.events.filter(event => event.minute === last).map((event, at) => at ? event.text.replace(/^.*?\d\d:\d\d /, '') : event.text).join(' ');
    if (this.said.textContent !== said) this.said.textContent = said;
    const state = stateAt(this.changes, minute);
    for (const stage of this.stages) if (stage.isSeen) stage.show(minute, state);
  }
}

if (typeof document !== 'undefined' && document.getElementById('replay')) new Player(document.getElementById('replay'));
