// The notice in place of a page that must not be followed: fetches the new version when asked, and
// leads to it as soon as it is here.

import "../frame/main.js";
import { showPanel } from "./panel.js";
import { hear, leave } from "./start.js";

showPanel();
hear((summary) => {
  if (summary?.waits && summary.taken === null) {
    leave(() => location.reload());
  }
});
