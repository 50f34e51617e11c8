// The last hour of each queue, as two small lines on its card: what was open, and how fast it went.

import { h, say, set } from "./dom.js";
import { number, rate } from "./format.js";
import { backlog, open, pace } from "./history.js";
import { draw, spark } from "./spark.js";
import { t } from "./texts.js";

/** What stands on a card. */
export function trend() {
  const line = (kind) => h("div", { class: "trend-line" }, spark(kind), h("p", {}, h("strong"), " ", h("span", {}, t(`trend.${kind}`))));
  return h("div", { class: "trend", hidden: true }, line("depth"), line("pace"));
}

/** Shows a queue as it stands with what was counted of it. */
export function refreshTrend(element, queue, counts) {
  const levels = backlog(counts, open(queue));
  const [depth, speed] = element.children;
  put(depth, levels, number(levels.at(-1)), t("trend.depth.label", number(levels.at(-1)), number(Math.max(...levels))));
  const now = rate(pace(counts.done));
  put(speed, counts.done.slice(0, -1), now, t("trend.pace.label", now, number(Math.max(...counts.done))));
  set(element, "hidden", false);
}

function put(line, values, figure, label) {
  draw(line.querySelector("svg"), values, label);
  say(line.querySelector("strong"), figure);
}
