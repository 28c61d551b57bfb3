// The five vectors of evidence §5, every column as it stands there; null where it has a dash.

/**
 * @typedef {object} Vector
 * @property {string} name
 * @property {import("../../../static/js/hydration/sums.js").Weighing} weighing
 * @property {number} mmol of sodium in a litre of sweat
 * @property {string} sweat
 * @property {string} loss
 * @property {Calculated | null} calculated
 * @property {[string, string] | null} after
 * @property {import("../../../static/js/hydration/sums.js").Finding[]} flags
 *
 * @typedef {object} Calculated
 * @property {string} rate
 * @property {string} floor
 * @property {number} raw floor
 * @property {string} ceiling
 * @property {[string, string]} sodium mg in an hour and in the session
 */

/**
 * @param {[before: number, after: number, drunk: number, passed: number, hours: number]} columns
 */
function weighing([before, after, drunk, passed, hours]) {
  return { before, after, drunk, passed, food: 0, hours };
}

/** @type {Vector[]} */
export const VECTORS = [
  {
    name: "1 pool",
    weighing: weighing([70, 69.4, 0.5, 0, 1.5]),
    mmol: 35,
    sweat: "1.1",
    loss: "0.86",
    calculated: {
      rate: "0.733",
      floor: "0.000",
      raw: -0.2,
      ceiling: "0.733",
      sodium: ["590.3", "885.5"],
    },
    after: null,
    flags: [],
  },
  {
    name: "2 hot, 3 h",
    weighing: weighing([80, 78, 0.6, 0.1, 3]),
    mmol: 45,
    sweat: "2.5",
    loss: "2.50",
    calculated: {
      rate: "0.833",
      floor: "0.300",
      raw: 0.3,
      ceiling: "0.800",
      sodium: ["862.5", "2587.5"],
    },
    after: ["2.5", "3.0"],
    flags: ["dehydration"],
  },
  {
    name: "3 overdrink",
    weighing: weighing([60, 60.5, 2, 0.3, 2.5]),
    mmol: 35,
    sweat: "1.2",
    loss: "-0.83",
    calculated: {
      rate: "0.480",
      floor: "0.000",
      raw: 0,
      ceiling: "0.480",
      sodium: ["386.4", "966.0"],
    },
    after: null,
    flags: ["overdrink"],
  },
  {
    name: "4 error",
    weighing: weighing([70, 70.5, 0.2, 0, 1]),
    mmol: 35,
    sweat: "-0.3",
    loss: "-0.71",
    calculated: null,
    after: null,
    flags: ["measurement"],
  },
  {
    name: "5 extreme",
    weighing: weighing([75, 70.8, 0.4, 0, 3]),
    mmol: 50,
    sweat: "4.6",
    loss: "5.60",
    calculated: {
      rate: "1.533",
      floor: "0.800",
      raw: 4.6 / 3 - 0.5,
      ceiling: "0.800",
      sodium: ["1763.3", "5290.0"],
    },
    after: null,
    flags: ["dehydration", "shorten"],
  },
];
