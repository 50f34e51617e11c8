// The monitor: shows what the API of this server says, and nothing that it makes up.

import { learnAccess } from "./access.js";
import { onResync, trouble } from "./connection.js";
import { day } from "./day.js";
import { startListening } from "./events.js";
import { order } from "./order.js";
import { orders } from "./orders.js";
import { overview } from "./overview.js";
import { route } from "./router.js";
import { shell } from "./shell.js";
import { task } from "./task.js";
import { tasks } from "./tasks.js";
import { loadTexts, t } from "./texts.js";

const ROUTES = [
  [/^\/tasks\/([\w-]+)$/, task],
  [/^\/tasks$/, tasks],
  [/^\/orders\/(\d+)$/, order],
  [/^\/orders$/, orders],
  [/^\/history$/, day],
  [/^/, overview],
];

await loadTexts();
await learnAccess().catch(trouble);
const { place, mark } = shell();
let isFirst = true;
const again = route(place, ROUTES, (view, path) => {
  document.title = `${view.title} · orders`;
  mark(path);
  if (!isFirst) place.focus({ preventScroll: false });
  isFirst = false;
});
// A page that was loaded during an outage does not know yet what its reader may do.
onResync(() => learnAccess().then((isNews) => isNews && again(), trouble));
startListening();
