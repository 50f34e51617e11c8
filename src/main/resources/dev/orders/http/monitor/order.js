// One order: what was ordered, where its tasks stand, how they went, and what the customer gets.

import { mayAll } from "./access.js";
import { read } from "./api.js";
import { deed } from "./dialog.js";
import { h, say, set, show, sync } from "./dom.js";
import { feed } from "./feed.js";
import { money, moment, number } from "./format.js";
import { badge, bar, cells, empty, message, panel, restate, table, taskLink } from "./parts.js";
import { previewsPanel } from "./previews.js";
import { address } from "./router.js";
import { t } from "./texts.js";
import { timelineChart } from "./timeline.js";

const CANCELLABLE = ["pending", "confirmed"];

export function order({ values: [id] }) {
  const view = { head: h("div", { class: "head" }), facts: h("dl", { class: "facts" }), tasks: h("ul", { class: "rows" }), sums: h("dl", { class: "sums" }) };
  const items = table(t("order.items"), [["wide", t("order.product")], ["number", t("order.quantity")], ["number", t("order.price")], ["number", t("order.total")]]);
  const chart = timelineChart();
  const previews = previewsPanel(id);
  const body = h("div", { class: "view", hidden: true },
    h("section", { class: "panel", "aria-label": t("order.about") }, view.facts),
    panel("running", t("order.tasks"), null, view.tasks),
    panel("story", t("timeline.title"), null, chart.element),
    panel("items", t("order.items"), null, items.element, view.sums),
    previews.element);
  const missing = h("div");
  const concerns = (event) => event.order_id === Number(id);
  const parts = [
    feed({
      load: () => read(`/orders/${id}`), concerns, soonest: 300,
      show(found) {
        body.hidden = false;
        show(missing);
        head(view.head, found);
        facts(view.facts, found);
        sync(view.tasks, found.tasks, { key: (task) => task.task_id, make: taskRow, update: refreshTask });
        itemRows(items.body, found);
        sums(view.sums, found);
        previews.update(found);
      },
      fail: ({ status, message: detail }) => show(missing, status === 404 ? empty(t("order.unknown", id), t("order.unknown.hint")) : empty(t("view.failed", detail))),
    }),
    feed({ load: () => read(`/orders/${id}/timeline`), concerns, show: chart.update, fail() {} }),
  ];
  return {
    title: t("order.title", id),
    element: h("div", { class: "view order" },
      h("p", { class: "trail" }, h("a", { href: address("/orders") }, t("nav.orders"))),
      h("div", { class: "head-line" }, h("h1", {}, t("order.title", id)), view.head),
      missing, body),
    end: () => parts.forEach((part) => part.end()),
  };
}

function head(element, { id, status }) {
  if (element.dataset.status === status) return;
  element.dataset.status = status;
  show(element, badge(status, t(`status.${status}`)), CANCELLABLE.includes(status) && deed("cancelOrder", `/orders/${id}/cancel`, `#${id}`));
}

function facts(element, order) {
  const to = order.shipping_address;
  const fields = [
    ["customer", order.customer_name], ["email", order.customer_email],
    ["address", [to.street, to.city, to.postal_code, to.country].join(", ")], ["recipient", `${to.name}, ${to.phone}`],
    ["accepted", moment(order.created_at)], ["changed", moment(order.updated_at)],
    ["tracking", order.tracking_number], ["key", order.idempotency_key],
  ].filter(([, value]) => value);
  const wanted = h("dl", {}, fields.map(([name, value]) => h("div", {}, h("dt", {}, t(`order.${name}`)), h("dd", {}, value))), !mayAll() && h("p", { class: "says" }, t("orders.masked.hint")));
  if (element.childElementCount !== wanted.childElementCount || [...element.children].some((child, place) => !child.isEqualNode(wanted.children[place]))) show(element, ...wanted.childNodes);
}

function taskRow(task) {
  return h("li", { "data-task": task.task_id },
    h("div", { class: "what" }, taskLink(task.task_id), h("span", { class: "says" }), h("span", { class: "error" })),
    bar(task.task_id), badge(task.state));
}

function refreshTask(element, task) {
  const { children: [what, meter, state] } = element;
  meter.value = task.state === "SUCCESS" ? 100 : task.progress;
  set(element, "data-state", task.state);
  say(what.children[1], message(task));
  say(what.children[2], task.error ?? "");
  restate(state, task.state, task.state === "PROGRESS" ? t("running.percent", task.progress) : undefined);
}

function itemRows(body, { items, currency }) {
  sync(body, items.map((item, place) => ({ ...item, place })), {
    key: ({ place }) => place,
    make: () => h("tr"),
    update: (row, item) => cells(row, [["wide", item.product_name], ["number", number(item.quantity)], ["number", money(item.unit_price, currency)], ["number", money(item.total_price, currency)]]),
  });
}

function sums(element, { adjustments = [], total_amount: total, currency }) {
  const line = (name, value, kind) => h("div", { class: kind }, h("dt", {}, name), h("dd", {}, money(value, currency)));
  show(element, adjustments.map(({ label, amount }) => line(label, amount)), line(t("order.total"), total, "grand"));
}
