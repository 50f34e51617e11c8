// The queues, a card each: what waits, what runs, what failed, and the last hour.

import { deed } from "./dialog.js";
import { h, say, set, show, sync } from "./dom.js";
import { duration, number } from "./format.js";
import { address } from "./router.js";
import { t } from "./texts.js";
import { refreshTrend, trend } from "./trends.js";

const PLACES = ["active", "delayed", "dead"];

/** The cards; `update` takes what the API says of the queues, and `recall` of the last hour. */
export function queueCards() {
  const element = h("section", { class: "queues", "aria-label": t("queues.title") });
  let queues = [];
  let history;

  function trends() {
    for (const counts of history?.queues ?? []) {
      const queue = queues.find(({ queue: name }) => name === counts.queue);
      const place = element.querySelector(`[data-queue="${counts.queue}"] .trend`);
      if (queue && place) refreshTrend(place, queue, counts);
    }
  }

  return {
    element,
    update(found) {
      queues = found;
      sync(element, queues, { key: ({ queue }) => queue, make: card, update: refresh });
      trends();
    },
    recall(found) {
      history = found;
      trends();
    },
  };
}

function card({ queue }) {
  const place = (name) => address("/tasks", { queue, place: name });
  return h("article", { class: "card", "aria-labelledby": `queue-${queue}`, "data-queue": queue },
    h("header", {}, h("h2", { id: `queue-${queue}` }, t(`queue.${queue}`)), h("span", { class: "paused" }), h("span", { class: "tool" })),
    h("a", { class: "figure", href: place("pending") }, h("strong", { "data-count": "pending" }), " ", t("queues.pending")),
    h("p", { class: "oldest" }),
    trend(),
    h("ul", { class: "counts" }, PLACES.map((name) =>
      h("li", {}, h("a", { href: place(name), "data-place": name }, h("strong", { "data-count": name }), " ", t(`queues.${name}`))))));
}

function refresh(element, queue) {
  for (const cell of element.querySelectorAll("[data-count]")) say(cell, number(queue[cell.dataset.count]));
  set(element.querySelector("[data-place=dead]"), "data-alarm", queue.dead > 0);
  say(element.querySelector(".oldest"),
    queue.oldest_seconds === null ? t("queues.idle") : t("queues.oldest", duration(queue.oldest_seconds * 1000)));
  say(element.querySelector(".paused"), queue.paused ? t("queues.paused") : "");
  set(element, "data-paused", queue.paused);
  const tool = element.querySelector(".tool");
  if (tool.dataset.isPaused === String(queue.paused)) return;
  tool.dataset.isPaused = queue.paused;
  const verb = queue.paused ? "resume" : "pause";
  const hadFocus = tool.contains(document.activeElement);
  show(tool, deed(verb, `/queues/${queue.queue}/${verb}`, t(`queue.${queue.queue}`)));
  if (hadFocus) tool.firstElementChild?.focus();
}
