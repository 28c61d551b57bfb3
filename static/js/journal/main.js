// The journal: what is on this device comes when one gets near it.

import "../frame/main.js";
import { heedDevice } from "./device/near.js";

heedDevice();
