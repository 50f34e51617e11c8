// The workers that live, and what each has in its hands.

import { read } from "./api.js";
import { h, say, set, show, sync } from "./dom.js";
import { number } from "./format.js";
import { empty, panel, since, taskLink } from "./parts.js";
import { t } from "./texts.js";

const SHOWN = 4;
const MOST_TASKS = 200;

/**
 * The workers, each with the tasks that it holds now: what it has said itself is as old as its last
 * beat, and is taken only where there are too many tasks to read.
 */
export async function readWorkers() {
  const [workers, { tasks, total }] = await Promise.all([read("/workers"), read(`/tasks?place=active&limit=${MOST_TASKS}`)]);
  if (total > tasks.length) return workers;
  const heldBy = (name) => tasks.filter(({ worker }) => worker === name).map(({ task_id: id }) => id);
  return workers.map((one) => ({ ...one, running: heldBy(one.worker) }));
}

/** The panel; `update` takes the workers. */
export function workersPanel() {
  const list = h("ul", { class: "rows" });
  const none = empty(t("workers.none"), t("workers.hint"));
  const total = h("span", { class: "total" });
  return {
    element: panel("workers", t("workers.title"), total, none, list),
    update(workers) {
      sync(list, workers, { key: ({ worker }) => worker, make: row, update: refresh });
      set(none, "hidden", workers.length > 0);
      say(total, workers.length > 0 ? number(workers.length) : "");
    },
  };
}

function row({ worker, host, pid, queues }) {
  return h("li", { "data-worker": worker },
    h("div", { class: "what" }, h("strong", {}, worker), h("span", { class: "says" }, t("workers.where", host, pid))),
    h("p", { class: "load" }, h("span", { class: "slots" }), " ", queues.map((queue) => t(`queue.${queue}`)).join(", ")),
    h("p", { class: "hands" }),
    h("p", { class: "beat" }));
}

function refresh(element, { running, concurrency, last_beat_at: beat }) {
  const busy = Math.min(running.length, concurrency); // what it holds beyond that waits for a thread
  say(element.querySelector(".slots"), t("workers.slots", number(busy), number(concurrency)));
  const hands = element.querySelector(".hands");
  const key = running.join();
  if (hands.dataset.running !== key) {
    hands.dataset.running = key;
    const rest = running.length - SHOWN;
    show(hands, running.slice(0, SHOWN).map((id) => [taskLink(id), " "]), rest > 0 && t("workers.more", number(rest)));
  }
  show(element.querySelector(".beat"), t("workers.beat"), " ", since(beat));
}
