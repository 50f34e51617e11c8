// How things stand, on one page.

import { read } from "./api.js";
import { h } from "./dom.js";
import { failuresPanel } from "./failures.js";
import { feed } from "./feed.js";
import { recentPanel } from "./orders.js";
import { queueCards } from "./queues.js";
import { runningPanel } from "./running.js";
import { t } from "./texts.js";
import { readWorkers, workersPanel } from "./workers.js";

export function overview() {
  const queues = queueCards();
  const workers = workersPanel();
  const [running, recent, failures] = [runningPanel(), recentPanel(), failuresPanel()];
  const parts = [
    running, recent, failures,
    feed({ load: () => read("/queues"), show: queues.update, concerns: ({ state }) => state !== "PROGRESS" }),
    feed({ load: () => read("/history?minutes=60"), show: queues.recall, every: 10_000, concerns: ({ state }) => state === "SUCCESS", soonest: 5_000 }),
    feed({ load: readWorkers, show: workers.update, concerns: ({ state }) => state !== "PROGRESS", soonest: 2_000 }),
  ];
  return {
    title: t("nav.overview"),
    element: h("div", { class: "view overview" },
      h("h1", { class: "unseen" }, t("nav.overview")),
      queues.element,
      h("div", { class: "halves" }, running.element, workers.element),
      h("div", { class: "halves" }, recent.element, failures.element)),
    end: () => parts.forEach((part) => part.end()),
  };
}
