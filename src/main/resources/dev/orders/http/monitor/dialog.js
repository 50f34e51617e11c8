// Asks before something is changed, has it done, and says what came of it.

import { mayAll } from "./access.js";
import { send } from "./api.js";
import { resync } from "./connection.js";
import { h } from "./dom.js";
import { t } from "./texts.js";
import { announce } from "./notices.js";

/**
 * A button that changes something; nothing for those who may not.
 *
 * @param deed what its texts begin with: `.label`, `.title`, `.text`, `.done`
 * @param path what is posted
 * @param about what the texts are about
 */
export function deed(name, path, about) {
  if (!mayAll()) return null;
  const label = t(`${name}.label`);
  return h("button", {
    type: "button", class: "button", "data-deed": name,
    "aria-label": `${label}: ${about}`,
    onclick: () => ask(name, path, about),
  }, label);
}

function ask(name, path, about) {
  const refusal = h("p", { class: "refusal", role: "alert" });
  const go = h("button", { type: "button", class: "button primary", "data-confirm": "" }, t(`${name}.label`));
  const stay = h("button", { type: "button", class: "button", onclick: () => dialog.close() }, t("dialog.cancel"));
  const dialog = h("dialog", { "aria-labelledby": "question", "aria-describedby": "consequence", onclose: () => dialog.remove() },
    h("h2", { id: "question" }, t(`${name}.title`, about)),
    h("p", { id: "consequence" }, t(`${name}.text`, about)),
    refusal,
    h("div", { class: "choices" }, stay, go));
  go.addEventListener("click", async () => {
    go.disabled = true;
    try {
      await send(path);
      dialog.close();
      announce(t(`${name}.done`, about));
      resync();
    } catch (problem) {
      refusal.textContent = problem.isOutage ? t("dialog.outage") : t("dialog.refused", problem.message);
      go.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  stay.focus();
}
