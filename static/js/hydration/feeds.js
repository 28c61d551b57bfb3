// How much of a ceiling one feed is: rounded down, so that all of them stay below it.

import { TINY } from "./sums.js";

/** ml to which a feed is rounded down. */
const STEP_ML = 5;

/**
 * Minutes between two feeds that one counts in lengths.
 * @param {{ lengths: number, metres: number, pace: number }} swum `metres` of a length, `pace` in
 *   seconds for 100 m
 */
export function minutesOf({ lengths, metres, pace }) {
  return (lengths * metres * pace) / 6000;
}

/**
 * ml at most at one feed, so that no hour, whenever it begins, has more than the ceiling: every 25
 * minutes there are three in an hour, and every 90 minutes one has no more than an hour's.
 * @param {number} ceiling L/h
 * @param {number} minutes between two
 */
export function perFeed(ceiling, minutes) {
  const feeds = Math.ceil(60 / minutes - TINY);
  return STEP_ML * Math.floor((1000 * ceiling) / feeds / STEP_ML + TINY);
}

/** Sips at most at one feed. @param {number} ml @param {number} sip ml of one */
export function sips(ml, sip) {
  return sip > 0 ? Math.floor(ml / sip + TINY) : 0;
}
