// A round for the tests: cold as the content has it, begun at a moment.

import { begin } from "../../../static/js/compress/round.js";

export const NOW = new Date(2026, 10, 26, 12).getTime();
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export const COLD = { usual: 10, longest: 15, checks: [5], answer: 60, gap: 2 };
export const HEAT = { usual: 15, longest: 20, checks: [5, 10], answer: 60, gap: 1 };

/** @param {number} [minutes] */
export function cold(minutes = COLD.usual) {
  return begin("cold", COLD, { minutes, now: NOW });
}

/** @param {number} [minutes] */
export function heat(minutes = HEAT.usual) {
  return begin("heat", HEAT, { minutes, now: NOW });
}
