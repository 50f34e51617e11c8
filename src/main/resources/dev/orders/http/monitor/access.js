// What the reader of the page may do; the server decides, the page only leaves out what it would refuse.

import { read } from "./api.js";

let access = "read";

/** Asks the server; answers whether that has changed anything. */
export async function learnAccess() {
  const before = access;
  ({ access } = await read("/"));
  return access !== before;
}

/** True when the reader may change things and see personal data. */
export const mayAll = () => access === "full";
