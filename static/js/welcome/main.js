// The first run: going on from it is what says that it was read.

import "../frame/main.js";
import { showInstallFirst } from "../shared/install_first.js";
import { deviceStore } from "../shared/screen.js";
import { welcome } from "../shared/welcomed.js";

showInstallFirst();
document
  .querySelector("[data-understood]")
  ?.addEventListener("click", () => welcome(deviceStore()));
