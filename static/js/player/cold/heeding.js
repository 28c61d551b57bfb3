// Beside the player of a massage: answers it whether somebody is cold, and asks them.

import { part } from "../../shared/parts.js";
import { deviceStore } from "../../shared/screen.js";
import { ColdQuestion } from "./question.js";

const question = new ColdQuestion(part, deviceStore());
addEventListener("cold", (event) => question.mayGo() && event.preventDefault());
addEventListener("storage", () => question.show());
addEventListener("pageshow", ({ persisted }) => persisted && question.forget());
document.addEventListener("visibilitychange", () => question.forget());
