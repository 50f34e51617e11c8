// Something that is read again and again: soon after an event that concerns it, from time to time,
// and when Redis is back. While nobody looks at the page it rests.

import { onResync, trouble } from "./connection.js";
import { listen } from "./events.js";

const SOONEST = 1_000;

/**
 * @param load reads it, as a promise
 * @param show is given what was read, and when the reading began
 * @param every how often it is read at least, in milliseconds
 * @param concerns which events make it worth reading again; none when missing
 * @param soonest how long after a reading the next may begin
 * @param fail is given the problem when there is something else wrong than an outage
 */
export function feed({ load, show, every = 5_000, concerns, soonest = SOONEST, fail }) {
  let timer;
  let due = Infinity;
  let begun = 0;
  let isReading = false;
  let isLate = false;
  let hasEnded = false;

  async function run() {
    due = Infinity;
    isLate ||= isReading;
    if (hasEnded || isReading || document.hidden) return;
    isReading = true;
    begun = Date.now();
    try {
      const found = await load();
      if (!hasEnded) show(found, begun);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (!hasEnded) problem.isOutage ? trouble(problem) : fail?.(problem);
    } finally {
      isReading = false;
      plan(isLate ? begun + soonest : Date.now() + every);
      isLate = false;
    }
  }

  function plan(time) {
    if (hasEnded || time >= due) return;
    due = time;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, time - Date.now()));
  }

  const now = () => plan(Date.now());
  const ends = [
    onResync(now),
    concerns ? listen((event) => concerns(event) && plan(Math.max(Date.now(), begun + soonest))) : () => {},
  ];
  const whenSeen = () => document.hidden || now();
  document.addEventListener("visibilitychange", whenSeen);
  now();

  return {
    now,
    end() {
      hasEnded = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", whenSeen);
      for (const end of ends) end();
    },
  };
}
