// Names the page that a reader came from, and in a letter that reports a mistake as well.

import "../../frame/main.js";
import { part } from "../../shared/parts.js";
import { letterAbout, pageBefore } from "./letter.js";

const concerned = pageBefore(location.href, window.navigation?.activation, document.referrer);
if (concerned) {
  const line = part("concerned");
  line.querySelector("bdi")?.append(concerned);
  line.hidden = false;
  const contact = document.querySelector("a[data-contact]");
  const address = contact?.getAttribute("href") ?? "";
  contact?.setAttribute("href", letterAbout(address, concerned));
}
