// The player of a page that holds its session.

import "../frame/main.js";
import { Page } from "./page.js";

new Page(JSON.parse(document.getElementById("session")?.textContent ?? ""));
