// One task: where it stands, its attempts, its log, and what can be done about it.

import { read } from "./api.js";
import { deed } from "./dialog.js";
import { h, say, set, show } from "./dom.js";
import { feed } from "./feed.js";
import { moment, number } from "./format.js";
import { badge, bar, empty, message, orderLink, panel, restate } from "./parts.js";
import { address } from "./router.js";
import { attemptTable } from "./timeline.js";
import { t } from "./texts.js";
import { logPanel } from "./log.js";

const OPEN = ["PENDING", "STARTED", "PROGRESS", "RETRY"];

export function task({ values: [id] }) {
  const orderId = id.split("-")[0];
  const state = badge("PENDING", "");
  const tools = h("span", { class: "deeds" });
  const meter = bar(id);
  const says = h("p", { class: "says", "aria-live": "polite" });
  const facts = h("dl", { class: "facts" });
  const error = h("pre", { class: "error" });
  const attempts = attemptTable(t("timeline.attempts"), false);
  const log = logPanel(id);
  const body = h("div", { class: "view", hidden: true },
    h("section", { class: "panel now", "aria-label": t("task.now") }, h("div", { class: "progress" }, meter, says), error, facts),
    panel("attempts", t("timeline.attempts"), null, attempts.element), log.element);
  const missing = h("div");
  const concerns = (event) => event.task_id === id;
  const parts = [
    feed({
      load: () => read(`/tasks/${id}`), concerns, soonest: 200,
      show(found) {
        body.hidden = false;
        show(missing);
        restate(state, found.state);
        meter.value = found.state === "SUCCESS" ? 100 : found.progress;
        set(body.firstElementChild, "data-state", found.state);
        say(says, message(found));
        say(error, found.error ?? "");
        offer(tools, found);
        describe(facts, found);
      },
      fail: ({ status, message: detail }) => show(missing, status === 404 ? empty(t("task.unknown", id), t("task.unknown.hint")) : empty(t("view.failed", detail))),
    }),
    feed({
      load: () => read(`/orders/${orderId}/timeline`), concerns,
      show: ({ tasks }) => attempts.update(tasks.find(({ task_id: own }) => own === id)?.attempts ?? []),
      fail() {},
    }),
    log,
  ];
  return {
    title: t("task.title", id),
    element: h("div", { class: "view task" },
      h("p", { class: "trail" }, h("a", { href: address("/orders") }, t("nav.orders")), " / ", orderLink(orderId)),
      h("div", { class: "head-line" }, h("h1", {}, t("task.title", id)), state, tools),
      missing, body),
    end: () => parts.forEach((part) => part.end()),
  };
}

function offer(element, { task_id: id, state }) {
  if (element.dataset.state === state) return;
  element.dataset.state = state;
  show(element,
    state === "FAILURE" && deed("retry", `/tasks/${id}/retry`, id),
    (state === "FAILURE" || OPEN.includes(state)) && deed("cancel", `/tasks/${id}/cancel`, id));
}

function describe(element, task) {
  const { result = {} } = task;
  const time = (value) => value && moment(value);
  const fields = [
    ["queue", t(`queue.${task.queue}`)], ["worker", task.worker],
    ["deliveries", number(task.deliveries)], ["failures", number(task.failures)], ["crashes", number(task.crashes)],
    ["enqueued", time(task.enqueued_at)], ["started", time(task.started_at)], ["ended", time(task.ended_at)], ["due", time(task.due_at)],
    ["file", result.filename], ["tracking", result.shipping_info?.tracking_number ?? result.tracking_number],
    ["estimated", result.shipping_info?.estimated_delivery], ["became", result.new_status && t(`status.${result.new_status}`)],
  ].filter(([, value]) => value);
  const wanted = fields.map(([name, value]) => h("div", {}, h("dt", {}, t(`task.${name}`)), h("dd", {}, value)));
  const isSame = wanted.length === element.children.length && wanted.every((field, place) => field.isEqualNode(element.children[place]));
  if (!isSame) show(element, wanted);
}
