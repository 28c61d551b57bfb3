// Rewarming: ten minutes after somebody is out of cold water it asks how they are, and again, until
// they are warm. Without it the page holds the same questions, and a clock does the rest.

import "../frame/main.js";
import { Caller } from "../player/caller.js";
import { WakeLock } from "../player/wake_lock.js";
import { showNumbers } from "../shared/emergency.js";
import { watchSwim } from "../shared/in_water.js";
import { deviceStore } from "../shared/screen.js";
import { Asking } from "./asking.js";

const store = deviceStore();
const guide = JSON.parse(document.getElementById("guide")?.textContent ?? "");
const awake = /** @type {HTMLElement} */ (document.querySelector("[data-awake]"));
const sayings = { on: guide.words.awake, lost: guide.words.asleep, off: "" };

showNumbers(document, store);
watchSwim({ store });
const asking = new Asking(document, guide, {
  store,
  wakeLock: new WakeLock((now) => (awake.textContent = sayings[now])),
  // What is heard and felt is seen as well: the question that stands in place of the clock.
  caller: new Caller(store, () => undefined),
});
asking.watch();
