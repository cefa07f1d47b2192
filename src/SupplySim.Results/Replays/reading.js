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

// Days of supply by place at the ends of days, in days; null where there is nothing to say.
const suppliesOf = (text, days) => {
  const [numbers, supplies] = [numbersOf(text), []];
  for (let at = 0; at < numbers.length; at += 2 + days)
    supplies.push({ place: numbers[at], warning: numbers[at + 1] / 10, days: numbers.slice(at + 2, at + 2 + days).map(n => n ? (n - 1) / 10 : null) });
  return supplies;
};

// What is left between the ends of two days; null where there is nothing to say.
const supplyAt = (days, minute) => {
  const day = Math.min(Math.floor(minute / 1440), days.length - 1);
  const [from, to] = [days[Math.max(0, day - 1)] ?? days[day], days[day]];
  return to === null ? null : from + (to - from) * Math.min(1, minute / 1440 - day);
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

// How places, routes and fronts stand at a minute: what is shut, fallen, fighting, what has run out where (place times commodities, plus commodity),
// and what is shut to whom (place or route times parts, plus part).
const stateAt = (changes, minute) => {
  const state = { shut: new Set(), fallen: new Set(), cut: new Set(), fights: new Set(), out: new Set(), shutTo: new Set(), cutTo: new Set() };
  for (const [, what, number] of changes.slice(0, countUntil(changes, minute)))
    [() => state.shut.delete(number), () => state.shut.add(number), () => state.fallen.add(number), () => state.cut.delete(number),
      () => state.cut.add(number), () => state.fights.add(number), () => state.fights.delete(number), () => state.out.add(number), () => state.out.delete(number),
      () => state.shutTo.add(number), () => state.shutTo.delete(number), () => state.cutTo.add(number), () => state.cutTo.delete(number)][what]();
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

// Where the clock on the wall is put on or back, as "30180:60 ...": [minute, by how many minutes].
const shiftsOf = text => (text ?? '').split(' ').filter(one => one).map(one => one.split(':').map(Number));

// As the story has it: Day 13, 2 Nov 13:50.
const timeAt = (start, minute, shifts) => {
  const put = shifts.reduce((sum, [from, by]) => minute >= from ? sum + by : sum, 0);
  const [, month, day, time] = /-(\d+)-(\d+)T(\d+:\d+)/.exec(new Date(start + (Math.floor(minute) + put) * 60000).toISOString());
  return 'Day ' + Math.floor(minute / 1440) + ', ' + Number(day) + ' ' + 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[month - 1] + ' ' + time;
};
