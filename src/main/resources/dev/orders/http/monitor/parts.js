// Small parts that several views are made of.

import { h, set, say } from "./dom.js";
import { ago, moment } from "./format.js";
import { address } from "./router.js";
import { has, t } from "./texts.js";

/** A headed part of a view. `tools` stand beside the heading. */
export function panel(name, title, tools, ...children) {
  const id = `panel-${name}`;
  return h("section", { class: `panel ${name}`, "aria-labelledby": id },
    h("header", {}, h("h2", { id }, title), tools),
    children);
}

/** What stands where there is nothing yet. */
export function empty(title, hint) {
  return h("div", { class: "empty" }, h("p", {}, title), hint && h("p", { class: "hint" }, hint));
}

/** A state in a colour and a word. */
export function badge(state, text = t(`state.${state}`)) {
  return h("span", { class: "badge", "data-state": state }, text);
}

/** Gives a badge another state. */
export function restate(element, state, text = t(`state.${state}`)) {
  set(element, "data-state", state);
  return say(element, text);
}

/** A bar from 0 to 100. */
export function bar(label, value = 0) {
  return h("progress", { max: 100, value, "aria-label": label });
}

/** A moment as the time that has gone by, with the moment itself as its title. */
export function since(time) {
  return time ? h("time", { datetime: time, title: moment(time) }, ago(time)) : "–";
}

export const orderLink = (id) => h("a", { href: address(`/orders/${id}`) }, `#${id}`);
export const taskLink = (id) => h("a", { href: address(`/tasks/${id}`) }, id);

/** Where a task stands, in the words of the API and the language of the page. */
export function message({ task_id: id, state, progress, result, due_at: due }) {
  if (result?.status === "skipped") return t("message.result.skipped");
  const kind = id.split("-")[1];
  if (state === "SUCCESS" && result) return step(kind, 100);
  if (state === "SUCCESS") return unsure(kind, 100);
  if (state === "PROGRESS") return unsure(kind, progress);
  return t(`message.state.${state === "PENDING" && due ? "SCHEDULED" : state}`);
}

/** As a step, where nobody knows yet what became of the task at its end. */
function unsure(kind, progress) {
  const ended = `message.${kind}.ended`;
  return progress >= 100 && has(ended) ? t(ended) : step(kind, progress);
}

function step(kind, progress) {
  for (let reached = Math.min(progress, 100); reached >= 0; reached--) {
    const key = `message.${kind}.${reached}`;
    if (has(key)) return t(key);
  }
  return t("message.state.PROGRESS");
}

/**
 * A table with these headings; `columns` are [name, text] and give their cells a class. On a narrow
 * screen it is wider than its place and can be scrolled; a stacked one folds each row up instead, and
 * the roles say that it is a table all the same.
 */
export function table(caption, columns, isStacked = false) {
  const body = h("tbody", { role: "rowgroup" });
  const element = h("table", { role: "table", class: isStacked && "stacked" },
    h("caption", { class: "unseen" }, caption),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" },
      columns.map(([name, text]) => h("th", { scope: "col", role: "columnheader", class: name }, text)))),
    body);
  return { element: h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption }, element), body };
}

/** Rows of a table are made anew only where a cell has changed. */
export function cells(row, columns) {
  set(row, "role", "row");
  const wanted = columns.map(([name, ...content]) => h("td", { class: name, role: "cell" }, content));
  wanted.forEach((cell, place) => {
    const old = row.children[place];
    if (!old) row.append(cell);
    else if (!old.isEqualNode(cell)) old.replaceWith(cell);
  });
}
