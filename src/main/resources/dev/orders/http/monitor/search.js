// Finds an order or a task by its id, from everywhere: "/" goes to it.

import { h } from "./dom.js";
import { announce } from "./notices.js";
import { address } from "./router.js";
import { t } from "./texts.js";

const ORDER = /^#?([1-9]\d*)$/;
const TASK = /^#?([1-9]\d*-[a-z]+(?:-\d+)?)$/;

/** The field. */
export function search() {
  const input = h("input", { type: "search", name: "id", placeholder: t("search.hint"), "aria-label": t("search.label"), autocomplete: "off", enterkeyhint: "go" });
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea, dialog");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
  return h("form", { role: "search", onsubmit: (event) => find(event, input) }, input);
}

function find(event, input) {
  event.preventDefault();
  const wanted = input.value.trim().toLowerCase();
  const order = wanted.match(ORDER);
  const task = wanted.match(TASK);
  if (!order && !task) return announce(t("search.nonsense"));
  input.value = "";
  input.blur();
  location.hash = address(order ? `/orders/${order[1]}` : `/tasks/${task[1]}`);
}
