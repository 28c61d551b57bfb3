// The way to the builder with the routine that stands after the # of the address.

import "../../frame/main.js";
import { part } from "../../shared/parts.js";

const id = location.hash.slice(1);
const link = /** @type {HTMLAnchorElement} */ (part("build"));
if (id) {
  link.hash = `own.${id}`;
  location.replace(link.href);
}
