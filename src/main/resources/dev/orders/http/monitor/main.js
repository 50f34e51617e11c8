// The monitor: shows what the API of this server says, and nothing that it makes up.

import { learnAccess } from "./access.js";
import { trouble } from "./connection.js";
import { startListening } from "./events.js";
import { overview } from "./overview.js";
import { route } from "./router.js";
import { shell } from "./shell.js";
import { loadTexts, t } from "./texts.js";

const ROUTES = [[/^/, overview]];

await loadTexts();
await learnAccess().catch(trouble);
const { place, mark } = shell();
let isFirst = true;
route(place, ROUTES, (view, path) => {
  document.title = `${view.title} · orders`;
  mark(path);
  if (!isFirst) place.focus({ preventScroll: false });
  isFirst = false;
});
startListening();
