// The frame of every view: the way to the others, the state of the connection, language and light.

import { connection, onState } from "./connection.js";
import { h, say, set } from "./dom.js";
import { timeOfDay } from "./format.js";
import { remembered } from "./memory.js";
import { notices } from "./notices.js";
import { address } from "./router.js";
import { search } from "./search.js";
import { language, speak, t } from "./texts.js";

const VIEWS = [["overview", "/"], ["tasks", "/tasks"], ["orders", "/orders"], ["history", "/history"]];
const THEMES = ["auto", "light", "dark"];
const theme = remembered("theme", THEMES);

/** The frame; views are shown in its `place`. */
export function shell() {
  const links = VIEWS.map(([name, path]) => h("a", { href: address(path), "data-path": path }, t(`nav.${name}`)));
  const place = h("main", { id: "view", tabindex: "-1" });
  document.body.replaceChildren(
    h("a", { class: "skip", href: "#view", onclick: (event) => skip(event, place) }, t("nav.skip")),
    h("header", { class: "bar" },
      h("a", { class: "brand", href: address("/") }, h("span", { class: "mark", "aria-hidden": "true" }), "orders"),
      h("nav", { "aria-label": t("nav.label") }, links),
      search(),
      h("div", { class: "wishes" }, lamp(), languages(), themes())),
    banner(),
    place,
    notices);
  return { place, mark: (path) => links.forEach((link) => set(link, "aria-current", isAt(path, link) && "page")) };
}

function skip(event, place) {
  event.preventDefault();
  place.focus();
}

function isAt(path, link) {
  const { path: own } = link.dataset;
  return own === "/" ? path === "/" : path.startsWith(own);
}

function lamp() {
  const text = h("span", {}, t("connection.live"));
  const element = h("p", { class: "lamp", "data-state": "live" }, h("i", { "aria-hidden": "true" }), text);
  onState(({ state }) => {
    set(element, "data-state", state);
    say(text, t(`connection.${state}`));
  });
  return element;
}

function banner() {
  const element = h("div", { class: "banner", role: "alert" });
  onState(({ state, since, why }) => {
    const isLive = state === "live";
    set(element, "data-state", !isLive && state);
    say(element, isLive ? "" : t(`away.${state}`, timeOfDay(since), why));
  });
  return element;
}

function languages() {
  return choice("language", [["en", "English"], ["ko", "한국어"]], language, speak);
}

function themes() {
  const current = theme.get() ?? "auto";
  document.documentElement.dataset.theme = current;
  return choice("theme", THEMES.map((name) => [name, t(`theme.${name}`)]), current, (name) => {
    theme.set(name);
    document.documentElement.dataset.theme = name;
  });
}

function choice(name, options, current, chosen) {
  const select = h("select", { id: name, "aria-label": t(`${name}.label`), onchange: () => chosen(select.value) },
    options.map(([value, text]) => h("option", { value, selected: value === current, lang: name === "language" && value }, text)));
  return select;
}
