// The last day as Redis has counted it, minute by minute, and what follows from the counts.

/** Sums of so many values each; the last sum may be of fewer. */
export function buckets(values, size) {
  const sums = [];
  for (let start = 0; start < values.length; start += size) {
    sums.push(values.slice(start, start + size).reduce((sum, value) => sum + value, 0));
  }
  return sums;
}

/** Several columns added up. */
export function added(...columns) {
  return columns[0].map((_, minute) => columns.reduce((sum, column) => sum + column[minute], 0));
}

/**
 * How many tasks of a queue were open at the end of each minute: nobody has counted that, but it is
 * what is open now less what has come since, and with what has gone since.
 */
export function backlog(counts, now) {
  const levels = [];
  let level = now;
  for (let minute = counts.added.length - 1; minute >= 0; minute--) {
    levels.unshift(Math.max(0, level));
    level -= counts.added[minute] + counts.revived[minute];
    level += counts.done[minute] + counts.dead[minute] + counts.cancelled[minute];
  }
  return levels;
}

/** What is open in a queue: waiting, in hands, or delayed. */
export const open = ({ pending, active, delayed }) => pending + active + delayed;

/** When each value of a column begins, in milliseconds, in steps of so many minutes. */
export function times({ from, minutes }, size = 1) {
  const start = Date.parse(from);
  return Array.from({ length: Math.ceil(minutes / size) }, (_, place) => start + place * size * 60_000);
}

/** How many a minute, over the last minutes that are over. */
export function pace(values, minutes = 5) {
  const over = values.slice(-minutes - 1, -1);
  return over.length === 0 ? 0 : over.reduce((sum, value) => sum + value, 0) / over.length;
}
