// An order's tasks on one time axis: each attempt with its wait, its run and the delay behind it.

import { h, show, svg, sync } from "./dom.js";
import { duration, timeOfDay } from "./format.js";
import { badge, cells, empty, since, table, taskLink } from "./parts.js";
import { t } from "./texts.js";

const TICKS = 4;
const LEAST = 0.4;

/** The drawing, and the same as a table. `update` takes what the API says. */
export function timelineChart() {
  const rows = h("div", { class: "lanes", role: "img" });
  const axis = h("div", { class: "axis", "aria-hidden": "true" });
  const attempts = attemptTable(t("timeline.attempts"), true);
  return {
    element: h("div", { class: "timeline" }, rows, axis, legend(), h("details", {}, h("summary", {}, t("timeline.table")), attempts.element)),
    update({ from, until, tasks }) {
      const start = Date.parse(from);
      const length = Math.max(1, Date.parse(until) - start);
      const share = (time) => Math.min(100, Math.max(0, ((Date.parse(time) - start) / length) * 100));
      rows.setAttribute("aria-label", t("timeline.label", tasks.length, duration(length)));
      show(rows, tasks.map((task) => lane(task, until, share)));
      show(axis, Array.from({ length: TICKS + 1 }, (_, tick) => h("span", {}, tick === 0 ? timeOfDay(start) : `+${duration((tick * length) / TICKS)}`)));
      attempts.update(tasks.flatMap((task) => task.attempts.map((attempt) => ({ ...attempt, task_id: task.task_id }))));
    },
  };
}

function lane(task, until, share) {
  const spans = task.attempts.flatMap((attempt, place) => spansOf(attempt, until, task.attempts[place + 1]));
  return h("div", { class: "lane" },
    h("span", { class: "name" }, task.task_id),
    svg("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
      spans.map(({ kind, from, to, about }) => {
        const x = share(from);
        const width = Math.max(LEAST, share(to) - x);
        return svg("rect", { class: kind, x: Math.min(x, 100 - width), y: kind in ENDS ? 1 : 4, height: kind in ENDS ? 8 : 2, width }, svg("title", {}, about));
      })));
}

const ENDS = { SUCCESS: 1, RETRY: 1, FAILURE: 1, LOST: 1, RELEASED: 1, REVOKED: 1, RUNNING: 1 };

function spansOf(attempt, until, next) {
  const { outcome, enqueued_at: enqueued, started_at: started, ended_at: ended = until, due_at: due } = attempt;
  if (outcome === "DELAYED") return [{ kind: "delay", from: enqueued, to: until, about: t("timeline.due", timeOfDay(due)) }];
  const wait = { kind: "wait", from: enqueued, to: started ?? ended, about: t("timeline.waited", duration(attempt.wait_seconds * 1000)) };
  if (!started) return [wait];
  const about = `${t(`outcome.${outcome}`)}, ${duration((attempt.run_seconds ?? 0) * 1000)}${attempt.error ? `: ${attempt.error}` : ""}`;
  return [wait, { kind: outcome, from: started, to: ended, about }, ...delay(attempt, ended, next)];
}

// It lasts until somebody has put the task back into its queue, which may be a little after it is due.
function delay({ outcome, retry_delay_seconds: seconds }, ended, next) {
  if (outcome !== "RETRY") return [];
  const to = next?.enqueued_at ?? new Date(Date.parse(ended) + seconds * 1000).toISOString();
  return [{ kind: "delay", from: ended, to, about: t("timeline.delayed", duration(seconds * 1000)) }];
}

function legend() {
  return h("ul", { class: "legend", "aria-hidden": "true" },
    ["wait", "SUCCESS", "RETRY", "FAILURE", "delay"].map((kind) => h("li", { class: kind }, t(`timeline.${kind}`))));
}

/** Attempts in a table; `update` takes them. */
export function attemptTable(caption, isOfMany) {
  const columns = [...(isOfMany ? [["fixed", t("tasks.id")]] : []), ["number", t("attempt.number")], ["fixed", t("attempt.outcome")],
    ["fixed", t("attempt.worker")], ["fixed", t("attempt.began")], ["number", t("attempt.waited")], ["number", t("attempt.ran")], ["wide", t("attempt.error")]];
  const { element, body } = table(caption, columns);
  const none = empty(t("attempt.none"));
  const span = (seconds) => (seconds === undefined ? "–" : duration(seconds * 1000));
  return {
    element: h("div", {}, none, element),
    update(attempts) {
      none.hidden = attempts.length > 0;
      element.hidden = attempts.length === 0;
      sync(body, attempts.map((attempt, place) => ({ ...attempt, place })), {
        key: ({ place }) => place,
        make: () => h("tr"),
        update: (row, attempt) => cells(row, [
          ...(isOfMany ? [["fixed", taskLink(attempt.task_id)]] : []),
          ["number", String(attempt.delivery)], ["fixed", badge(attempt.outcome, t(`outcome.${attempt.outcome}`))], ["fixed", attempt.worker ?? "–"],
          ["fixed", since(attempt.started_at)], ["number", span(attempt.wait_seconds)], ["number", span(attempt.run_seconds)], ["wide", attempt.error ?? ""],
        ]),
      });
    },
  };
}
