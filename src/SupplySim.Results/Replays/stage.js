// One picture of the network at one minute of the run.

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
      place.classList.remove('fallen', 'partly');
    }
    for (const { path } of this.routes.values()) path.classList.remove('cut', 'partly');
  }

  show(minute, state) {
    this.svg.classList.add('live');
    const [shutTo, cutTo] = [state.shutTo, state.cutTo].map(all => new Set([...all].map(one => Math.floor(one / this.data.parts))));
    for (const [number, { place }] of this.places) {
      place.classList.toggle('shut', state.shut.has(number));
      place.classList.toggle('fallen', state.fallen.has(number));
      place.classList.toggle('partly', shutTo.has(number));
    }
    for (const [number, { path }] of this.routes) {
      path.classList.toggle('cut', state.cut.has(number));
      path.classList.toggle('partly', cutTo.has(number));
    }
    this.layer.replaceChildren();
    this.showWaits(minute);
    this.showSupplies(minute, state);
    this.showHeads(minute, state);
    for (const trip of underWay(this.data.trips, this.data.longestTrip, minute)) this.showTrip(trip, minute);
  }

  // Each keeps to its right.
  showTrip([departs, takes, way, load, traffic, part], minute) {
    const route = this.routes.get(way >> 1);
    if (!route) return;
    const [begins, ends] = part ? [Math.floor((part - 1) / 101) / 100, (part - 1) % 101 / 100] : [0, 1];
    const share = begins + (ends - begins) * (minute - departs) / takes;
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

  // Whoever has run out of something has none, whatever the end of the day will say.
  showSupplies(minute, state) {
    const gone = new Set([...state.out].map(one => Math.floor(one / this.data.commodities)));
    for (const { place, warning, days } of this.data.supplies) {
      const [at, left] = [this.places.get(place), gone.has(place) ? 0 : supplyAt(days, minute)];
      if (!at || left === null) continue;
      const [x, bottom, whole] = [at.x - 19, at.y + 10, 24 * this.size];
      const height = whole * Math.min(1, left / this.data.top);
      draw(this.layer, 'rect', { class: left > 0 ? 'gauge' : 'gauge gone', x, y: bottom - whole, width: 6, height: whole });
      if (left > 0) draw(this.layer, 'rect', { class: warning > left ? 'f-warn' : 'f-camp', x, y: (bottom - height).toFixed(1), width: 6, height: height.toFixed(1) });
      else draw(this.layer, 'path', { class: 'cross', d: `M${x} ${bottom - whole / 2 - 3}l6 6m0 -6l-6 6` });
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
