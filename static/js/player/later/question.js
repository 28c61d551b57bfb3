// The question about cold, for a page whose routine is known only on the device.

import "../cold/heeding.js";
