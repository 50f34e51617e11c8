// What happens, as it happens: one stream of Server-Sent Events for the whole page.

import { late, onTime, resync, trouble } from "./connection.js";
import { refusal } from "./api.js";

const PAUSE = 1_500;
const PAUSE_WHEN_REFUSED = 15_000;

const listeners = new Set();
let source;
let hasBeenOpen = false;

/** Calls with each event; answers how to end that. */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Begins. A page that nobody looks at does not listen: a browser has few connections to give. */
export function startListening() {
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  if (!document.hidden) open();
}

function open() {
  if (source) return;
  source = new EventSource("/events");
  source.addEventListener("open", opened);
  source.addEventListener("message", ({ data }) => tell(JSON.parse(data)));
  source.addEventListener("gap", resync);
  source.addEventListener("error", failed);
}

function close() {
  source?.close();
  source = undefined;
}

// Whatever happened while nobody listened is not told again.
function opened() {
  if (hasBeenOpen) resync();
  hasBeenOpen = true;
  onTime();
}

// A browser comes back by itself after a cut, but not after an answer that was no stream; and it
// does not tell what that answer was.
async function failed() {
  if (source?.readyState !== EventSource.CLOSED) return;
  close();
  const problem = await refusal("/events");
  const isRefused = problem !== null && !problem.isOutage;
  if (isRefused) late(problem.message);
  else if (problem) trouble(problem);
  const pause = isRefused ? PAUSE_WHEN_REFUSED : PAUSE;
  setTimeout(() => document.hidden || open(), pause * (0.75 + Math.random() / 2));
}

function tell(event) {
  for (const listener of listeners) listener(event);
}
