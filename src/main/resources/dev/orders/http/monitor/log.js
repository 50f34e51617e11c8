// What a task's handler has noted down, attempt by attempt.

import { read } from "./api.js";
import { h, show } from "./dom.js";
import { feed } from "./feed.js";
import { timeOfDay } from "./format.js";
import { empty, panel } from "./parts.js";
import { t } from "./texts.js";

/** The panel of a task's page. */
export function logPanel(id) {
  const list = h("ol", { class: "log" });
  const none = empty(t("log.none"));
  const readings = feed({
    load: () => read(`/tasks/${id}/log`),
    show(lines) {
      none.hidden = lines.length > 0;
      show(list, lines.map(({ at, delivery, fact, value }) =>
        h("li", {}, h("time", { datetime: at }, timeOfDay(at)), h("span", { class: "delivery" }, t("log.delivery", delivery)), h("code", {}, `${fact}: ${value}`))));
    },
    concerns: (event) => event.task_id === id,
    fail: () => show(list),
  });
  return { element: panel("notes", t("log.title"), null, none, list), end: readings.end };
}
