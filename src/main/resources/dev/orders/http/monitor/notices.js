// Short notices, which a screen reader reads out and which go by themselves.

import { h, say } from "./dom.js";

const LASTING = 6_000;

const place = h("div", { class: "notices", role: "status", "aria-live": "polite" });

/** Where notices appear. */
export const notices = place;

/** Says something. */
export function announce(text) {
  const notice = h("p", { class: "notice" });
  place.append(notice);
  say(notice, text);
  setTimeout(() => notice.remove(), LASTING);
}
