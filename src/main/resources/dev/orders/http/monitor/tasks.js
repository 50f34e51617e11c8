// The tasks that lie somewhere: waiting, in hands, delayed or failed; a hundred a page.

import { read } from "./api.js";
import { deed } from "./dialog.js";
import { h, say, set, show, sync } from "./dom.js";
import { feed } from "./feed.js";
import { number } from "./format.js";
import { badge, bar, cells, empty, orderLink, since, table, taskLink } from "./parts.js";
import { address } from "./router.js";
import { t } from "./texts.js";

const PLACES = ["pending", "active", "delayed", "dead"];
const QUEUES = ["email", "invoice", "shipping"];
const PAGE = 100;
const FARTHEST = 100_000;

/** What the last column tells of tasks that lie there. */
const TELLS = {
  pending: ({ enqueued_at: time }) => since(time),
  active: ({ worker, started_at: time }) => [worker, " · ", since(time)],
  delayed: ({ due_at: time, error }) => [since(time), error && [" · ", error]],
  dead: ({ ended_at: time, error }) => [error, " · ", since(time)],
};

export function tasks({ parameters }) {
  const wish = { queue: parameters.get("queue") ?? "", place: parameters.get("place") ?? "active", page: Number(parameters.get("page") ?? 1) };
  const columns = [["fixed", t("tasks.id")], ["fixed", t("tasks.order")], ["fixed", t("tasks.queue")], ["fixed", t("tasks.state")],
    ["wide", t(`tasks.tells.${wish.place}`)], ["fixed", h("span", { class: "unseen" }, t("tasks.action"))]];
  const { element: list, body } = table(t("nav.tasks"), columns, true);
  const none = empty(t(`tasks.none.${wish.place}`));
  const pages = h("nav", { class: "pages", "aria-label": t("pages.label") });
  const queues = h("nav", { class: "filters", "aria-label": t("tasks.queue") }, ["", ...QUEUES].map((queue) =>
    h("a", { href: address("/tasks", { ...wish, queue, page: "" }), "aria-current": queue === wish.queue && "true" }, t(queue ? `queue.${queue}` : "tasks.all"))));
  const places = placeTabs(wish);

  const parts = [
    feed({
      load: () => read(`/tasks?${new URLSearchParams({ place: wish.place, ...(wish.queue && { queue: wish.queue }), offset: (wish.page - 1) * PAGE, limit: PAGE })}`),
      show(found) {
        sync(body, found.tasks, { key: ({ task_id: id }) => id, make: () => h("tr"), update: row(wish.place) });
        set(none, "hidden", found.total > 0);
        set(list, "hidden", found.total === 0);
        pager(pages, wish, found);
      },
      concerns: ({ state, task_id: id }) => id && (wish.place === "active" || state !== "PROGRESS"),
      fail: () => show(pages, t("tasks.nonsense")),
    }),
    feed({ load: () => read("/queues"), show: places.update, concerns: ({ state }) => state !== "PROGRESS" }),
  ];
  return {
    title: t("nav.tasks"),
    element: h("div", { class: "view" }, h("h1", {}, t("nav.tasks")), places.element, queues, h("section", { class: "panel" }, none, list), pages),
    end: () => parts.forEach((part) => part.end()),
  };
}

function placeTabs(wish) {
  const figures = new Map(PLACES.map((place) => [place, h("strong")]));
  const links = PLACES.map((place) =>
    h("a", { href: address("/tasks", { place, queue: wish.queue }), "aria-current": place === wish.place && "true" }, t(`tasks.place.${place}`), " ", figures.get(place)));
  return {
    element: h("nav", { class: "tabs", "aria-label": t("tasks.places") }, links),
    update(queues) {
      const counted = queues.filter(({ queue }) => !wish.queue || queue === wish.queue);
      for (const [place, figure] of figures) say(figure, number(counted.reduce((sum, queue) => sum + queue[place], 0)));
    },
  };
}

const row = (place) => (element, task) => cells(element, [
  ["fixed", taskLink(task.task_id)],
  ["fixed", orderLink(task.order_id)],
  ["fixed", t(`queue.${task.queue}`)],
  ["fixed", [badge(task.state), task.state === "PROGRESS" && bar(task.task_id, task.progress)]],
  ["wide", TELLS[place](task)],
  ["fixed", place === "dead" ? deed("retry", `/tasks/${task.task_id}/retry`, task.task_id) : deed("cancel", `/tasks/${task.task_id}/cancel`, task.task_id)],
]);

function pager(element, wish, { total, offset, tasks: found }) {
  const last = Math.ceil(Math.min(total, FARTHEST) / PAGE);
  const to = (page, label, rel) => {
    const isThere = page >= 1 && page <= last && page !== wish.page;
    return h("a", { class: "button", rel, href: isThere && address("/tasks", { ...wish, page }), "aria-disabled": !isThere && "true" }, label);
  };
  set(element, "hidden", last <= 1);
  const hadFocus = element.contains(document.activeElement) && document.activeElement.textContent;
  show(element,
    to(1, t("pages.first")), to(wish.page - 1, t("pages.previous"), "prev"),
    h("p", {}, t("pages.range", number(Math.min(offset + 1, total)), number(offset + found.length), number(total))),
    to(wish.page + 1, t("pages.next"), "next"), to(last, t("pages.last")));
  if (hadFocus) [...element.querySelectorAll("a")].find((link) => link.textContent === hadFocus)?.focus();
}
