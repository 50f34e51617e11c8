// Knows whether what the page shows is how things stand, and whoever shows it, when to look again.

import { read } from "./api.js";

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 3_000;

const watchers = new Set();
const readers = new Set();

/**
 * "live"; "late" when no events are told, and why; "redis" when Redis is away, "server" when nothing
 * answers; and since when.
 */
export const connection = { state: "live", since: Date.now(), why: "" };

const isAway = (state) => state === "redis" || state === "server";

/** Calls when the state changes. */
export function onState(watcher) {
  watchers.add(watcher);
}

/** Calls when everything should be read again; answers how to end that. */
export function onResync(reader) {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** Everything may have changed. */
export function resync() {
  for (const reader of readers) reader();
}

/** Tells of a problem; an outage is watched until it is over. */
export function trouble(problem) {
  if (!problem.isOutage) return;
  const isNews = !isAway(connection.state);
  become(problem.status === 0 ? "server" : "redis");
  if (isNews) setTimeout(probe, FIRST_PAUSE, FIRST_PAUSE);
}

/** Tells why there are no events; of an outage there is more to say. */
export function late(why) {
  if (!isAway(connection.state)) become("late", why);
}

/** There are events again. */
export function onTime() {
  if (connection.state === "late") become("live");
}

async function probe(pause) {
  try {
    await read("/health/ready");
    become("live");
    resync();
  } catch (problem) {
    trouble(problem);
    const longer = Math.min(LONGEST_PAUSE, pause * 1.5);
    setTimeout(probe, longer * (0.75 + Math.random() / 2), longer);
  }
}

function become(state, why = "") {
  if (connection.state === state && connection.why === why) return;
  if (!isAway(connection.state) || !isAway(state)) connection.since = Date.now();
  Object.assign(connection, { state, why });
  for (const watcher of watchers) watcher(connection);
}
