// The player for a page that makes its session itself and asks for this only when it has one.

import "../../frame/main.js";
export { Page } from "../page.js";
