// Orders, newest first: the latest on the overview, all of them page by page.

import { mayAll } from "./access.js";
import { read } from "./api.js";
import { h, set, show, sync } from "./dom.js";
import { feed } from "./feed.js";
import { money } from "./format.js";
import { badge, cells, empty, orderLink, panel, since, table } from "./parts.js";
import { address } from "./router.js";
import { count, t } from "./texts.js";

const STATUSES = ["pending", "confirmed", "shipped", "delivered", "cancelled"];
const LATEST = 8;
const PAGE = 50;

/** The latest orders. */
export function recentPanel() {
  const list = orderTable(t("recent.title"));
  const all = h("a", { class: "tools", href: address("/orders") }, t("recent.all"));
  const readings = feed({
    load: () => read(`/orders?limit=${LATEST}`),
    show: (page) => list.update(page.orders),
    concerns: (event) => event.state !== "PROGRESS" && event.state !== "STARTED",
    soonest: 2_000,
  });
  return { element: panel("recent", t("recent.title"), all, list.element), end: readings.end };
}

/** All orders, of one status if that was chosen. */
export function orders({ parameters }) {
  const status = parameters.get("status") ?? "";
  const cursor = parameters.get("cursor") ?? "";
  const list = orderTable(t("nav.orders"));
  const pages = h("nav", { class: "pages", "aria-label": t("pages.label") });
  const readings = feed({
    load: () => read(`/orders?${new URLSearchParams({ limit: PAGE, ...(status && { status }), ...(cursor && { cursor }) })}`),
    show(page) {
      list.update(page.orders, page.next_cursor && t("orders.further"));
      show(pages,
        cursor && h("a", { class: "button", href: address("/orders", { status }) }, t("pages.newest")),
        page.next_cursor && h("a", { class: "button", rel: "next", href: address("/orders", { status, cursor: page.next_cursor }) }, t("pages.older")));
    },
    concerns: (event) => !cursor && event.state !== "PROGRESS" && event.state !== "STARTED",
    soonest: 2_000,
  });
  return {
    title: t("nav.orders"),
    element: h("div", { class: "view" },
      h("h1", {}, t("nav.orders")),
      filters(status),
      h("section", { class: "panel" }, list.element),
      pages),
    end: readings.end,
  };
}

function filters(status) {
  return h("nav", { class: "filters", "aria-label": t("orders.filter") },
    ["", ...STATUSES].map((name) =>
      h("a", { href: address("/orders", { status: name }), "aria-current": name === status && "true" }, t(name ? `status.${name}` : "orders.all"))));
}

function orderTable(caption) {
  const columns = [["fixed", t("orders.id")], ["fixed", t("orders.status")], ["wide", t("orders.customer")],
    ["number", t("orders.amount")], ["fixed", t("orders.tasks")], ["fixed", t("orders.accepted")]];
  const { element, body } = table(caption, columns, true);
  const none = empty(t("orders.none"), t("orders.hint"));
  return {
    element: h("div", {}, none, element),
    update(found, further) {
      set(none, "hidden", found.length > 0);
      set(element, "hidden", found.length === 0);
      if (further) none.firstElementChild.textContent = further;
      sync(body, found, { key: ({ id }) => id, make: () => h("tr"), update: row });
    },
  };
}

function row(element, order) {
  cells(element, [
    ["fixed", orderLink(order.id)],
    ["fixed", badge(order.status, t(`status.${order.status}`))],
    ["wide", mayAll() ? order.customer_name : h("span", { class: "says" }, t("orders.masked"))],
    ["number", money(order.total_amount, order.currency)],
    ["fixed", pips(order.tasks)],
    ["fixed", since(order.created_at)],
  ]);
}

// A dot for each task, in the colour of its state; in words for those who do not see it.
function pips(tasks) {
  const done = tasks.filter(({ state }) => state === "SUCCESS").length;
  const failed = tasks.filter(({ state }) => state === "FAILURE").length;
  const words = [t("orders.done", done, tasks.length), failed > 0 && count("orders.failed", failed)].filter(Boolean).join(", ");
  return h("span", { class: "pips", role: "img", "aria-label": words, title: words },
    tasks.map(({ state }) => h("i", { class: "badge", "data-state": state })));
}
