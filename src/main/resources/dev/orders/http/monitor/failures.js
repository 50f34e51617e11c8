// What failed for good, by its causes: the ones that hit most first.

import { read } from "./api.js";
import { h, set, show, sync } from "./dom.js";
import { feed } from "./feed.js";
import { number } from "./format.js";
import { empty, panel, since, taskLink } from "./parts.js";
import { address } from "./router.js";
import { count, t } from "./texts.js";

/** The panel. */
export function failuresPanel() {
  const list = h("ul", { class: "rows" });
  const none = empty(t("failures.none"), t("failures.hint"));
  const all = h("a", { class: "tools", href: address("/tasks", { place: "dead" }) }, t("failures.all"));
  const partly = h("p", { class: "more" });
  const readings = feed({
    load: () => read("/failures"),
    show({ failures, examined, total }) {
      sync(list, failures, { key: ({ queue, cause }) => `${queue} ${cause}`, make: () => h("li"), update: row });
      set(none, "hidden", failures.length > 0);
      set(all, "hidden", failures.length === 0);
      show(partly, examined < total && t("failures.partly", number(examined), number(total)));
    },
    concerns: ({ state }) => state === "FAILURE" || state === "PENDING" || state === "REVOKED",
    soonest: 3_000,
    every: 15_000,
  });
  return { element: panel("failures", t("failures.title"), all, none, list, partly), end: readings.end };
}

function row(element, { queue, cause, tasks, last_at: last, examples }) {
  const wanted = h("li", {},
    h("div", { class: "what" }, h("strong", { class: "cause" }, cause || t("failures.unsaid"))),
    h("p", { class: "says" },
      h("span", { class: "hit" }, count("failures.tasks", tasks)), " · ", t(`queue.${queue}`), " · ", t("failures.last"), " ", since(last)),
    h("p", { class: "says" }, examples.map((id) => [taskLink(id), " "])));
  if (element.isEqualNode(wanted)) return;
  show(element, ...wanted.childNodes);
}
