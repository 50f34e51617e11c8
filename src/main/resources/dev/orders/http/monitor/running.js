// The tasks that run now, with bars that move as their workers report.

import { read } from "./api.js";
import { h, say, set, show, sync } from "./dom.js";
import { listen } from "./events.js";
import { feed } from "./feed.js";
import { number } from "./format.js";
import { bar, badge, empty, message, panel, restate, taskLink } from "./parts.js";
import { address } from "./router.js";
import { t } from "./texts.js";

const ROWS = 10;
const LINGER = 2_500;
const FRAME = 150;

const isRunning = ({ state }) => state === "STARTED" || state === "PROGRESS";

/** The panel. It reads the list from time to time, and events move it in between. */
export function runningPanel() {
  const tasks = new Map();
  const list = h("ul", { class: "rows" });
  const more = h("p", { class: "more" });
  const none = empty(t("running.none"), t("running.hint"));
  const total = h("span", { class: "total" });
  const element = panel("running", t("running.title"), total, none, list, more);
  let active = 0;
  let isDrawing = false;

  const readings = feed({
    load: () => read("/tasks?place=active&limit=200"),
    show(page, begun) {
      active = page.total;
      for (const task of page.tasks) if (!(tasks.get(task.task_id)?.seen > begun)) put(task, begun);
      const listed = new Set(page.tasks.map((task) => task.task_id));
      for (const [id, task] of tasks) if (isRunning(task) && task.seen <= begun && !listed.has(id)) tasks.delete(id);
      draw();
    },
  });

  const silence = listen((event) => {
    if (!event.task_id || event.state === "REPAIRED" || (!isRunning(event) && !tasks.has(event.task_id))) return;
    put(event, Date.now());
    if (isDrawing) return;
    isDrawing = true;
    setTimeout(draw, FRAME);
  });

  function put(task, seen) {
    tasks.set(task.task_id, { task_id: task.task_id, state: task.state, progress: task.progress, seen });
  }

  function draw() {
    isDrawing = false;
    const now = Date.now();
    for (const [id, task] of tasks) if (!isRunning(task) && now - task.seen > LINGER) tasks.delete(id);
    const all = [...tasks.values()];
    const running = Math.max(active, all.filter(isRunning).length);
    sync(list, chosen(all), { key: (task) => task.task_id, make: row, update: refresh });
    set(none, "hidden", all.length > 0);
    say(total, all.length > 0 ? number(all.filter(isRunning).length) : "");
    show(more, running > ROWS && h("a", { href: address("/tasks", { place: "active" }) }, t("running.more", number(running))));
    if (all.some((task) => !isRunning(task)) && !isDrawing) {
      isDrawing = true;
      setTimeout(draw, LINGER / 4);
    }
  }

  return { element, end: () => (readings.end(), silence()) };
}

// Those that run come before those that have just ended; each keeps its place.
function chosen(all) {
  const running = all.filter(isRunning).slice(0, ROWS);
  const ended = all.filter((task) => !isRunning(task)).slice(0, ROWS - running.length);
  const shown = new Set([...running, ...ended]);
  return all.filter((task) => shown.has(task));
}

function row(task) {
  return h("li", { "data-task": task.task_id },
    h("div", { class: "what" }, taskLink(task.task_id), h("span", { class: "says" })),
    bar(task.task_id),
    badge(task.state));
}

function refresh(element, task) {
  const { children: [what, meter, state] } = element;
  const isDone = task.state === "SUCCESS";
  meter.value = isDone ? 100 : task.progress;
  set(element, "data-state", task.state);
  say(what.querySelector(".says"), message(task));
  restate(state, task.state, task.state === "PROGRESS" ? t("running.percent", task.progress) : undefined);
}
