// How things stand, on one page.

import { read } from "./api.js";
import { h } from "./dom.js";
import { feed } from "./feed.js";
import { queueCards } from "./queues.js";
import { runningPanel } from "./running.js";
import { t } from "./texts.js";
import { workersPanel } from "./workers.js";

export function overview() {
  const queues = queueCards();
  const workers = workersPanel();
  const running = runningPanel();
  const parts = [
    running,
    feed({ load: () => read("/queues"), show: queues.update, concerns: (event) => event.state !== "PROGRESS" }),
    feed({ load: () => read("/workers"), show: workers.update, concerns: (event) => event.state === "STARTED", soonest: 2_000 }),
  ];
  return {
    title: t("nav.overview"),
    element: h("div", { class: "view overview" },
      h("h1", { class: "unseen" }, t("nav.overview")),
      queues.element,
      h("div", { class: "halves" }, running.element, workers.element)),
    end: () => parts.forEach((part) => part.end()),
  };
}
