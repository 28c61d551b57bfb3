// The player of a massage that a page holds, with its question about cold.

import "./heeding.js";
import "../main.js";
