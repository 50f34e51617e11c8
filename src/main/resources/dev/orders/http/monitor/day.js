// The last day, or the end of it, in plots, and the same as a table by the hour.

import { read } from "./api.js";
import { h, sync } from "./dom.js";
import { feed } from "./feed.js";
import { hourOfDay, number } from "./format.js";
import { added, backlog, buckets, open, times } from "./history.js";
import { cells, empty, panel, table } from "./parts.js";
import { plot } from "./plot.js";
import { address } from "./router.js";
import { t } from "./texts.js";

// By the hours that are shown: minutes a point, and between the marks under a plot.
const SPANS = { 1: { step: 1, mark: 10 }, 6: { step: 2, mark: 60 }, 24: { step: 5, mark: 240 } };
const HOUR = 60;
const COLUMNS = ["accepted", "done", "retried", "dead"];

export function day({ parameters }) {
  const hours = parameters.get("hours") in SPANS ? Number(parameters.get("hours")) : 24;
  const { step, mark } = SPANS[hours];
  const backlogs = plot("backlog", t("history.backlog"), t("history.tasks"));
  const done = plot("done", t("history.done"), t("history.minute"));
  const trouble = plot("trouble", t("history.trouble"), t("history.minute"));
  const hourly = table(t("history.hourly"), [["fixed", t("history.hour")], ...COLUMNS.map((name) => ["number", t(`history.sum.${name}`)])]);
  const none = empty(t("history.none"));
  const readings = feed({
    load: () => Promise.all([read(`/history?minutes=${hours * HOUR}`), read("/queues")]),
    every: 15_000,
    show([history, queues]) {
      const now = Object.fromEntries(queues.map((queue) => [queue.queue, open(queue)]));
      const line = (values) => ({ queue, ...counts }) => ({ name: queue, label: t(`queue.${queue}`), values: values(counts, queue) });
      const axis = times(history, step);
      backlogs.update({ times: axis, mark, series: history.queues.map(line((counts, queue) => last(backlog(counts, now[queue] ?? 0), step))) });
      done.update({ times: axis, mark, series: history.queues.map(line((counts) => paces(counts.done, step))) });
      trouble.update({ times: axis, mark, series: ["retried", "crashed", "dead"].map((name) => (
        { name, label: t(`history.${name}`), values: paces(added(...history.queues.map((queue) => queue[name])), step) })) });
      fillHours({ body: hourly.body, none }, history);
    },
  });
  return {
    title: t("nav.history"),
    element: h("div", { class: "view history" },
      h("h1", {}, t(`history.title.${hours}`)),
      h("p", { class: "lead" }, t("history.lead")),
      h("nav", { class: "filters", "aria-label": t("history.spans") }, Object.keys(SPANS).map((span) =>
        h("a", { href: address("/history", { hours: span }), "aria-current": Number(span) === hours && "true" }, t("duration.h", span)))),
      h("div", { class: "plots" }, [backlogs, done, trouble].map(({ element }) => h("section", { class: "panel" }, element)),
        panel("hourly", t("history.hourly"), null, none, hourly.element))),
    end: readings.end,
  };
}

// The level at the end of each step, and how many a minute in it.
const last = (values, step) => values.filter((_, place) => (place + 1) % step === 0 || place === values.length - 1);
const paces = (values, step) => buckets(values, step).map((sum) => sum / step);

// Hours of the clock; those in which nothing happened are left out.
function fillHours({ body, none }, history) {
  const rest = HOUR - new Date(history.from).getMinutes();
  const sum = (name) => added(...history.queues.map((queue) => queue[name]));
  const columns = [history.accepted, sum("done"), sum("retried"), sum("dead")];
  const hourly = columns.map((column) => [...buckets(column.slice(0, rest), rest), ...buckets(column.slice(rest), HOUR)]);
  const start = Date.parse(history.from) - (HOUR - rest) * 60_000;
  const rows = hourly[0].map((_, place) => ({ time: start + place * HOUR * 60_000, counts: hourly.map((column) => column[place]) }))
    .filter(({ counts }) => counts.some((value) => value > 0));
  none.hidden = rows.length > 0;
  sync(body, rows.reverse(), {
    key: ({ time }) => time,
    make: () => h("tr"),
    update: (row, { time, counts }) => cells(row, [["fixed", hourOfDay(time)], ...counts.map((value) => ["number", number(value)])]),
  });
}
