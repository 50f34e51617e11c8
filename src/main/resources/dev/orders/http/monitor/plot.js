// A plot of several lines over time, with a cursor for the mouse and the arrow keys.

import { h, say, set, show, svg } from "./dom.js";
import { hourOfDay, number, rate } from "./format.js";

const HEIGHT = 200;
const LEFT = 44;
const BOTTOM = 22;
const TOP = 10;
const RUNGS = 4;

// Letters keep their size when the screen is narrow; there is room for half as many.
const narrow = matchMedia("(max-width: 40rem)");

/**
 * A figure.
 *
 * @param title what it shows
 * @param unit behind each value that is read out
 */
export function plot(name, title, unit) {
  const grid = svg("g", { class: "grid" });
  const lines = svg("g", {});
  const cursor = svg("line", { class: "cursor", y1: TOP, y2: HEIGHT - BOTTOM, visibility: "hidden" });
  const reading = h("p", { class: "reading", "aria-live": "polite" });
  const legend = h("ul", { class: "legend" });
  const picture = svg("svg", {
    role: "img", tabindex: "0", "aria-label": title,
    onpointermove: (event) => point(place(event)), onpointerleave: () => point(null),
    onkeydown: (event) => step(event), onblur: () => point(null),
  }, grid, lines, cursor);
  const element = h("figure", { class: `plot ${name}` }, h("figcaption", {}, h("h2", {}, title), legend), picture, reading);
  let data = { times: [], series: [] };
  let at = null;
  let width = 0;

  const x = (index) => LEFT + (index * (width - LEFT - 8)) / Math.max(1, data.times.length - 1);

  function place(event) {
    const box = picture.getBoundingClientRect();
    const ratio = ((event.clientX - box.left) / box.width) * width;
    const share = (ratio - LEFT) / (width - LEFT - 8);
    return Math.min(data.times.length - 1, Math.max(0, Math.round(share * (data.times.length - 1))));
  }

  function step(event) {
    const last = data.times.length - 1;
    const moves = { ArrowLeft: -1, ArrowRight: 1, Home: -last, End: last };
    if (!(event.key in moves)) return;
    event.preventDefault();
    point(Math.min(last, Math.max(0, (at ?? last) + moves[event.key])));
  }

  function point(index) {
    at = index;
    set(cursor, "visibility", index === null || data.times.length === 0 ? "hidden" : "visible");
    if (index === null || data.times.length === 0) return say(reading, "");
    set(set(cursor, "x1", x(index)), "x2", x(index));
    const values = data.series.map(({ label, values: column }) => `${label} ${rate(column[index])}`);
    say(reading, `${hourOfDay(data.times[index])}: ${values.join(", ")} ${unit}`);
  }

  function update(next) {
    data = next;
    width = narrow.matches ? 330 : 720;
    set(picture, "viewBox", `0 0 ${width} ${HEIGHT}`);
    const top = roundTop(Math.max(RUNGS, ...data.series.flatMap(({ values }) => values)));
    const y = (value) => HEIGHT - BOTTOM - (value * (HEIGHT - BOTTOM - TOP)) / top;
    show(grid, rungs(top, y, width), marks(data, x));
    show(lines, data.series.map(({ name: kind, values }) =>
      svg("path", { class: `line ${kind}`, d: values.map((value, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join("") })));
    show(legend, data.series.map(({ name: kind, label }) => h("li", { class: kind }, label)));
    if (at !== null) point(Math.min(at, data.times.length - 1));
  }

  return { element, update };
}

// The next of 4, 8, 20, 40, 80, 200 …, so that each rung is a round number.
function roundTop(value) {
  const power = 10 ** Math.floor(Math.log10(value / RUNGS));
  return RUNGS * power * [1, 2, 5, 10].find((step) => RUNGS * power * step >= value);
}

function rungs(top, y, width) {
  return Array.from({ length: RUNGS + 1 }, (_, rung) => (rung * top) / RUNGS).map((value) => [
    svg("line", { x1: LEFT, x2: width - 8, y1: y(value), y2: y(value) }),
    svg("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, number(value)),
  ]);
}

// At round times of the clock: every ten minutes, or at full hours.
function marks({ times, mark }, x) {
  const step = (times[1] - times[0]) / 60_000;
  const every = narrow.matches ? mark * 2 : mark;
  return times.flatMap((time, index) => {
    const date = new Date(time);
    const over = (date.getHours() * 60 + date.getMinutes()) % every;
    return over < step ? [svg("text", { x: x(index), y: HEIGHT - 4, "text-anchor": "middle" }, hourOfDay(date.setMinutes(date.getMinutes() - over)))] : [];
  });
}
