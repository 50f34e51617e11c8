// What the customer gets: the e-mails and the invoice, fetched when somebody wants to see them.

import { mayAll } from "./access.js";
import { read } from "./api.js";
import { h, show } from "./dom.js";
import { moment } from "./format.js";
import { empty, panel } from "./parts.js";
import { t } from "./texts.js";

/** The panel of an order. `hasNotice` once there is a tracking number. */
export function previewsPanel(id) {
  if (!mayAll()) return { element: panel("previews", t("previews.title"), null, empty(t("previews.masked"))), update() {} };
  const notice = preview("notice", () => letter(id, "notice"));
  notice.hidden = true;
  const element = panel("previews", t("previews.title"), null,
    preview("confirmation", () => letter(id, "confirmation")), notice, preview("invoice", () => invoice(id)));
  return { element, update: ({ tracking_number: tracking }) => (notice.hidden = !tracking) };
}

function preview(name, load) {
  const place = h("div", { class: "sheet" });
  return h("details", { "data-preview": name, ontoggle: async ({ target }) => {
    if (!target.open || place.hasChildNodes()) return;
    try {
      show(place, await load());
    } catch (problem) {
      show(place, empty(t("previews.failed", problem.message)));
      target.addEventListener("toggle", () => show(place), { once: true });
    }
  } }, h("summary", {}, t(`previews.${name}`)), place);
}

// The frame may do nothing: neither scripts nor forms nor links work in it.
async function letter(id, kind) {
  const { from, to, subject, date } = await read(`/orders/${id}/email?letter=${kind}`);
  const fields = [["from", from], ["to", to], ["subject", subject], ["date", moment(date)]];
  return [
    h("dl", { class: "facts" }, fields.map(([name, value]) => h("div", {}, h("dt", {}, t(`letter.${name}`)), h("dd", {}, value)))),
    h("iframe", { src: `/orders/${id}/email.html?letter=${kind}`, sandbox: "", title: subject }),
  ];
}

async function invoice(id) {
  const path = `/orders/${id}/invoice.pdf`;
  return [
    h("p", {}, h("a", { href: path, target: "_blank", rel: "noopener" }, t("previews.open"))),
    h("iframe", { src: path, title: t("previews.invoice") }),
  ];
}
