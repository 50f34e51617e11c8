// A line the size of a word: how a figure went lately. What it shows is said in its label, too.

import { set, svg } from "./dom.js";

const WIDTH = 240;
const HEIGHT = 36;

/** An empty one, of a kind that gives it its colour; {@link draw} fills it. */
export function spark(kind) {
  return svg("svg", { class: `spark ${kind}`, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img" },
    svg("path", { class: "area" }), svg("path", { class: "line" }));
}

/** Shows values, oldest first. */
export function draw(element, values, label) {
  const top = Math.max(1, ...values);
  const x = (place) => ((place * WIDTH) / Math.max(1, values.length - 1)).toFixed(1);
  const y = (value) => (HEIGHT - 2 - (value * (HEIGHT - 4)) / top).toFixed(1);
  const line = values.map((value, place) => `${place === 0 ? "M" : "L"}${x(place)} ${y(value)}`).join("");
  const [area, stroke] = element.children;
  set(area, "d", `${line}V${HEIGHT}H0Z`);
  set(stroke, "d", line);
  set(element, "aria-label", label);
}
