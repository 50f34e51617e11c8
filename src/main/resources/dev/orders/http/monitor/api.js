// Asks the API. What goes wrong is a Problem, in the server's words where it has some.

const PATIENCE = 15_000;

/** A request that failed: status 0 when no answer came. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }

  /** True when nothing is wrong with the request: Redis or the server is away. */
  get isOutage() {
    return this.status === 0 || this.status === 503;
  }
}

/** Reads a JSON document. */
export function read(path) {
  return ask(path, { headers: { accept: "application/json" } });
}

/** Has something changed. */
export function send(path) {
  return ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
}

/** Why an address that should stream does not; null when it does. */
export async function refusal(path) {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), PATIENCE);
  try {
    const response = await fetch(path, { cache: "no-store", signal: ending.signal });
    return response.ok ? null : new Problem(response.status, detail(await response.text()) ?? response.statusText);
  } catch (cause) {
    return new Problem(0, cause.message);
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}

async function ask(path, wish) {
  const response = await answer(path, wish);
  const text = await response.text();
  if (response.ok) return JSON.parse(text, exact);
  throw new Problem(response.status, detail(text) ?? response.statusText);
}

async function answer(path, wish) {
  try {
    return await fetch(path, { ...wish, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  } catch (cause) {
    throw new Problem(0, cause.message);
  }
}

function detail(text) {
  try {
    const problem = JSON.parse(text);
    return [problem.detail, ...(problem.errors ?? []).map((flaw) => flaw.detail)].join("; ");
  } catch {
    return null;
  }
}

// Money stays as it was written, where the browser tells how that was: a double has 15 digits.
function exact(name, value, context) {
  const isMoney = typeof value === "number" && /(price|amount)$/.test(name);
  return isMoney ? (context?.source ?? value) : value;
}
