// A session planned from own sweat tests, as numbers; nothing of it is there without one that fits.

import { isTooLong, matching, shownCeiling, shownFloor, weighing } from "../ceiling.js";
import { MOST_ML } from "../../shared/drinks.js";
import { minutesOf, perFeed, sips } from "../feeds.js";
import { beforehand, sweatRate } from "../sums.js";

/**
 * @typedef {import("../ceiling.js").SweatTest} SweatTest
 * @typedef {import("../ceiling.js").Day} Day
 * @typedef {{ every: number } | { lengths: number, metres: number, pace: number }} Feeds minutes, or
 *   lengths with the metres of one and the seconds for 100 m
 * @typedef {object} Planned
 * @property {SweatTest[]} tests that it rests on
 * @property {number} ceiling L/h
 * @property {number} floor L/h, 0 where there is none
 * @property {boolean} tooLong
 * @property {number} rate L/h, the lowest of the tests
 * @property {{ minutes: number, lengths: number | null, ml: number, sips: number | null } | null} feed
 *   at most at each
 * @property {{ early: [number, number], late: [number, number] }} before ml, from and to
 */

/**
 * @param {SweatTest[]} all
 * @param {Day} day
 * @param {{ minutes: number, feeds: Feeds | null, sip: number | null }} session `sip` in ml
 * @returns {Planned | null}
 */
export function planned(all, day, { minutes, feeds, sip }) {
  const ceiling = shownCeiling(all, day);
  if (!ceiling) {
    return null;
  }
  const hours = minutes / 60;
  const tests = matching(all, day);
  return {
    tests,
    ceiling,
    floor: shownFloor(all, day, hours) ?? 0,
    tooLong: isTooLong(all, day, hours),
    rate: Math.min(...tests.map((test) => sweatRate(weighing(test)))),
    feed: feeds && feedOf(ceiling, feeds, sip),
    before: boundedBefore(Math.min(...tests.map(({ before }) => before))),
  };
}

/** @param {number} ceiling @param {Feeds} feeds @param {number | null} sip */
function feedOf(ceiling, feeds, sip) {
  const minutes = "every" in feeds ? feeds.every : minutesOf(feeds);
  const ml = perFeed(ceiling, minutes);
  if (ml === 0) {
    return null; // so often that none is left for one
  }
  const lengths = "every" in feeds ? null : feeds.lengths;
  return { minutes, lengths, ml, sips: sip === null ? null : sips(ml, sip) };
}

/** The later amount is drunk at once, and so never more than an hour's. @param {number} kg */
function boundedBefore(kg) {
  const { early, late } = beforehand(kg);
  const [low, high] = late.map((each) => Math.min(each, MOST_ML));
  return { early, late: /** @type {[number, number]} */ ([low, high]) };
}

/**
 * Why there is no plan: tests that leave nothing sure, none of the kind, or only in warmer conditions.
 * @param {SweatTest[]} all
 * @param {Day} day
 */
export function whyNone(all, day) {
  if (matching(all, day).length) {
    return "unsure";
  }
  return matching(all, { ...day, celsius: Infinity }).length ? "warmer" : "never";
}
