'use strict';
// Plays a run on the map of the report. All it needs lies in the page; it fetches nothing and keeps nothing.

// Whole numbers from text: five bits a character, the sixth says that more follow.
const numbersOf = text => {
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const numbers = [];
  let [number, weight] = [0, 1];
  for (const character of text) {
    const bits = characters.indexOf(character);
    number += (bits & 31) * weight;
    if (bits & 32) { weight *= 32; continue; }
    numbers.push(number);
    [number, weight] = [0, 1];
  }
  return numbers;
};

// Rows of so many numbers; the first of each is the minutes since the row before, and becomes the minutes since the start.
const rowsOf = (text, width) => {
  const [numbers, rows] = [numbersOf(text), []];
  let minute = 0;
  for (let at = 0; at < numbers.length; at += width) {
    minute += numbers[at];
    rows.push([minute, ...numbers.slice(at + 1, at + width)]);
  }
  return rows;
};

// Days of supply by place, in days; null where there is nothing to say.
const suppliesOf = (text, days) => {
  const [numbers, supplies] = [numbersOf(text), []];
  for (let at = 0; at < numbers.length; at += 2 + days)
    supplies.push({ place: numbers[at], warning: numbers[at + 1] / 10, days: numbers.slice(at + 2, at + 2 + days).map(n => n ? (n - 1) / 10 : null) });
  return supplies;
};

// By front: the points of its head's way in order of time, without x where there is no head.
const headsOf = text => {
  const [numbers, heads] = [numbersOf(text), []];
  for (let at = 0, minute = 0; at < numbers.length;) {
    const [front, since, there] = numbers.slice(at, at + 3);
    minute += since;
    (heads[front] ??= []).push(there ? { minute, x: numbers[at + 3] / 10, y: numbers[at + 4] / 10 } : { minute });
    at += there ? 5 : 3;
  }
  return heads;
};

// Where a head is at a minute; null where there is none.
const headAt = (way, minute) => {
  const next = way.findIndex(point => point.minute > minute);
  const [from, to] = [way.at(next === -1 ? -1 : next - 1), way[next]];
  if (next === 0 || from.x === undefined) return null;
  if (!to || to.x === undefined) return from;
  const share = (minute - from.minute) / (to.minute - from.minute);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
};

// How many rows, in order of their minute, are not later.
const countUntil = (rows, minute) => {
  let [low, high] = [0, rows.length];
  while (high > low) {
    const middle = (low + high) >> 1;
    if (rows[middle][0] > minute) high = middle; else low = middle + 1;
  }
  return low;
};

// How places, routes and fronts stand at a minute: what is shut, fallen, fighting.
const stateAt = (changes, minute) => {
  const state = { shut: new Set(), fallen: new Set(), cut: new Set(), fights: new Set() };
  for (const [, what, number] of changes.slice(0, countUntil(changes, minute)))
    [() => state.shut.delete(number), () => state.shut.add(number), () => state.fallen.add(number), () => state.cut.delete(number),
      () => state.cut.add(number), () => state.fights.add(number), () => state.fights.delete(number)][what]();
  return state;
};

// Rows [minute, minutes it takes, ...] that are under way at a minute.
const underWay = (rows, longest, minute) => {
  const found = [];
  for (let at = countUntil(rows, minute) - 1; at >= 0 && rows[at][0] + longest > minute; at--)
    if (rows[at][0] + rows[at][1] > minute) found.push(rows[at]);
  return found;
};

const longestOf = rows => rows.reduce((most, row) => Math.max(most, row[1]), 0);

// As the story has it: Day 13, 2 Nov 13:50.
const timeAt = (start, minute) => {
  const [, month, day, time] = /-(\d+)-(\d+)T(\d+:\d+)/.exec(new Date(start + Math.floor(minute) * 60000).toISOString());
  return 'Day ' + Math.floor(minute / 1440) + ', ' + Number(day) + ' ' + 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[month - 1] + ' ' + time;
};

const draw = (parent, name, attributes, text) => {
  const element = document.createElementNS(parent.namespaceURI, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (text !== undefined) element.textContent = text;
  parent.appendChild(element);
  return element;
};

// One picture of the network on which a run is played: the wide one, the narrow one or the close-up.
class Stage {
  constructor(svg, data) {
    [this.svg, this.data] = [svg, data];
    this.size = svg.viewBox.baseVal.width > 600 ? 1 : 0.75;
    this.against = svg.dataset.against.split(' ').map(Number);
    this.routes = new Map([...svg.querySelectorAll('[data-route]')].map(path => [Number(path.dataset.route), { path, spots: this.spotsOf(path) }]));
    this.places = new Map([...svg.querySelectorAll('[data-place]')].map(place => [Number(place.dataset.place), { place, wasShut: place.classList.contains('shut'), ...this.spotOf(place) }]));
    this.layer = draw(svg, 'g', { class: 'moving' });
  }

  spotOf(place) {
    const { e: x, f: y } = place.transform.baseVal.getItem(0).matrix;
    return { x, y };
  }

  // A route in 32 pieces, so that a bend of a flight costs no more than a road.
  spotsOf(path) {
    const length = path.getTotalLength();
    return Array.from({ length: 33 }, (_, piece) => path.getPointAtLength(length * piece / 32));
  }

  get isSeen() { return this.svg.getClientRects().length > 0; }

  // Back to the whole run.
  rest() {
    this.svg.classList.remove('live');
    this.layer.replaceChildren();
    for (const { place, wasShut } of this.places.values()) {
      place.classList.toggle('shut', wasShut);
      place.classList.remove('fallen');
    }
    for (const { path } of this.routes.values()) path.classList.remove('cut');
  }

  show(minute, state) {
    this.svg.classList.add('live');
    for (const [number, { place }] of this.places) {
      place.classList.toggle('shut', state.shut.has(number));
      place.classList.toggle('fallen', state.fallen.has(number));
    }
    for (const [number, { path }] of this.routes) path.classList.toggle('cut', state.cut.has(number));
    this.layer.replaceChildren();
    this.showWaits(minute);
    this.showSupplies(minute);
    this.showHeads(minute, state);
    for (const trip of underWay(this.data.trips, this.data.longestTrip, minute)) this.showTrip(trip, minute);
  }

  // Each keeps to its right.
  showTrip([departs, takes, way, load, traffic], minute) {
    const route = this.routes.get(way >> 1);
    if (!route) return;
    const share = (minute - departs) / takes;
    const at = 32 * (way & 1 ? 1 - share : share);
    const piece = Math.min(31, Math.floor(at));
    const [from, to] = [route.spots[piece], route.spots[piece + 1]];
    const [x, y] = [to.x - from.x, to.y - from.y];
    const aside = (way & 1 ? -3 : 3) / (Math.hypot(x, y) || 1);
    const role = this.data.roles[traffic];
    draw(this.layer, 'circle', {
      class: load & 1 ? 'mover f-' + role : 'mover empty l-' + role, r: (this.size * Math.min(9, 2 + Math.sqrt(load >> 1))).toFixed(1),
      cx: (from.x + x * (at - piece) - y * aside).toFixed(1), cy: (from.y + y * (at - piece) + x * aside).toFixed(1),
    });
  }

  showWaits(minute) {
    const waiting = new Map();
    for (const [, , place, vehicles] of underWay(this.data.stays, this.data.longestStay, minute)) waiting.set(place, (waiting.get(place) ?? 0) + vehicles);
    for (const [number, vehicles] of waiting) {
      const at = this.places.get(number);
      if (!at) continue;
      const radius = Math.min(40, 9 + 1.5 * Math.sqrt(vehicles));
      draw(this.layer, 'circle', { class: 'wait', cx: at.x, cy: at.y, r: radius.toFixed(1) });
      draw(this.layer, 'text', { class: 'name waits', x: at.x, y: at.y + radius + 11 }, String(vehicles));
    }
  }

  showSupplies(minute) {
    const day = Math.floor(minute / 1440);
    for (const { place, warning, days } of this.data.supplies) {
      const [at, left] = [this.places.get(place), days[Math.min(day, days.length - 1)]];
      if (!at || left === null) continue;
      const [x, bottom, whole] = [at.x - 19, at.y + 10, 24 * this.size];
      const height = whole * Math.min(1, left / 30);
      draw(this.layer, 'rect', { class: 'gauge', x, y: bottom - whole, width: 6, height: whole });
      draw(this.layer, 'rect', { class: warning > left ? 'f-warn' : 'f-camp', x, y: (bottom - height).toFixed(1), width: 6, height: height.toFixed(1) });
    }
  }

  showHeads(minute, state) {
    this.data.heads.forEach((way, front) => {
      const head = headAt(way, minute);
      if (!head) return;
      const [a, b, c, d] = this.against;
      const [x, y] = [a + b * head.x, c + d * head.y];
      if (state.fights.has(front)) draw(this.layer, 'path', { class: 'fight', d: 'M0 -16L4 -5L15 -7L7 2L12 13L1 8L-9 14L-6 3L-16 -3L-5 -5z', transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` });
      draw(this.layer, 'circle', { class: 'head f-front', cx: x.toFixed(1), cy: y.toFixed(1), r: 6 });
    });
  }
}

class Player {
  constructor(root) {
    const find = id => document.getElementById(id);
    const data = root.dataset;
    [this.end, this.start] = [Number(data.end), Date.parse(data.start + 'Z')];
    [this.knob, this.button, this.speed, this.clock, this.said] = ['at', 'play', 'speed', 'clock', 'said'].map(id => find('replay-' + id));
    [this.trips, this.stays] = [rowsOf(data.trips, 5), rowsOf(data.stays, 4)];
    const supplies = suppliesOf(data.supply, Math.ceil(this.end / 1440));
    this.changes = rowsOf(data.changes, 3);
    const all = { trips: this.trips, stays: this.stays, longestTrip: longestOf(this.trips), longestStay: longestOf(this.stays), supplies, heads: headsOf(data.heads), roles: data.roles.split(' ') };
    root.hidden = false;
    this.stages = [...document.querySelectorAll('svg.map')].map(svg => new Stage(svg, all));
    this.events = [...document.querySelectorAll('#story li')].map(line => ({ minute: Number(line.dataset.minute), kind: line.className, text: line.textContent }));
    this.minute = 0;
    this.steps = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.mark(find('replay-marks'));
    this.listen(root, find('replay-all'));
    this.goToLink();
  }

  mark(svg) {
    const colours = { closed: 'front', captured: 'front', ranout: 'warn', ranshort: 'warn', opened: 'camp', suppliedagain: 'camp', nolongershort: 'camp' };
    for (const { minute, kind } of this.events) draw(svg, 'rect', { class: 'f-' + (colours[kind] ?? 'axis'), x: 1000 * minute / this.end - 1.5, y: 0, width: 3, height: 10 });
  }

  listen(root, all) {
    this.button.addEventListener('click', () => this.playing ? this.pause() : this.play());
    this.knob.addEventListener('input', () => { this.pause(); this.go(Number(this.knob.value)); });
    all.addEventListener('click', () => { this.pause(); this.minute = 0; this.rest(); });
    root.addEventListener('keydown', pressed => {
      if (pressed.key === '[') this.step(this.events.findLast(event => this.minute > event.minute));
      if (pressed.key === ']') this.step(this.events.find(event => event.minute > this.minute));
    });
    addEventListener('hashchange', () => this.goToLink());
    addEventListener('resize', () => { if (this.minute) this.go(this.minute); });
  }

  // A link to #day-12.5 opens the page at noon of day 12.
  goToLink() {
    const day = /^#day-([0-9.]+)$/.exec(location.hash);
    if (day) this.go(Math.min(this.end, Number(day[1]) * 1440));
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
        this.go(Math.min(this.end, this.minute + (this.steps ? 1440 : passed / 1000 * Number(this.speed.value))));
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
  }

  go(minute) {
    this.minute = minute;
    this.knob.value = minute;
    this.clock.textContent = timeAt(this.start, minute);
    this.knob.setAttribute('aria-valuetext', this.clock.textContent);
    const said = this.events.findLast(event => minute >= event.minute)?.text ?? '';
    if (this.said.textContent !== said) this.said.textContent = said;
    const state = stateAt(this.changes, minute);
    for (const stage of this.stages) if (stage.isSeen) stage.show(minute, state);
  }
}

if (typeof document !== 'undefined' && document.getElementById('replay')) new Player(document.getElementById('replay'));
