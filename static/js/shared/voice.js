// How much a person wants to hear of a session, how fast and how loud. Kept under a key of its own and not
// among the marks of the screen: pages that do not speak have no room for what these can be.

import { chosen, record } from "./screen.js";
import { write } from "./store.js";

/** @typedef {import("./screen.js").Store} Store */

/** What can be chosen, the first of each being what it is without a choice; tones by how loud they are, of 1. */
export const CHOICES = {
  voice: ["names", "all", "tones"],
  speed: ["usual", "slower", "faster"],
  loudness: ["usual", "softer", "softest"],
  tones: ["0.4", "0.9", "0.15", "0"],
};

export const KEY = "limber.voice";

/** @typedef {keyof typeof CHOICES} VoicePart */

/** How loud the tones of a session are. A player's page has it with the fewest bytes: what cannot have been chosen is silent. @param {Store} store */
export function toneGain(store) {
  return Math.min(1, record(KEY, store).tones ?? 0.4) || 0;
}

/** Whether a session speaks at all. @param {Store} store */
export function wantsVoice(store) {
  return chosen("sound", store) === "on" && record(KEY, store).voice !== "tones";
}

/** @param {string} name @returns {name is VoicePart} */
export function isVoicePart(name) {
  return Object.hasOwn(CHOICES, name);
}

/** @param {VoicePart} part @param {Store} store */
export function chosenVoice(part, store) {
  const kept = record(KEY, store)[part];
  return CHOICES[part].includes(kept) ? String(kept) : CHOICES[part][0];
}

/** @param {VoicePart} part @param {string} value @param {Store} store @returns {boolean} whether it could be kept */
export function chooseVoice(part, value, store) {
  return keep({ [part]: value }, store);
}

/** Which voice of the device speaks a language; nothing where none was chosen. @param {string} tag @param {Store} store */
export function speakerOf(tag, store) {
  return String(named("speakers", store)[tag] ?? "");
}

/** @param {string} tag @param {string} uri of a voice, or nothing @param {Store} store */
export function chooseSpeaker(tag, uri, store) {
  return keep({ speakers: { ...named("speakers", store), [tag]: uri } }, store);
}

/** Whether the player has said that there is no voice for a language. @param {string} tag @param {Store} store */
export function isTold(tag, store) {
  return named("told", store)[tag] === true;
}

/** @param {string} tag @param {Store} store */
export function keepTold(tag, store) {
  return keep({ told: { ...named("told", store), [tag]: true } }, store);
}

/** What is kept of each language. @param {"speakers" | "told"} name @param {Store} store @returns {Record<string, unknown>} */
function named(name, store) {
  const kept = record(KEY, store)[name];
  return kept && typeof kept === "object" ? kept : {};
}

/** @param {Record<string, unknown>} change @param {Store} store */
function keep(change, store) {
  return write(store, KEY, JSON.stringify({ ...record(KEY, store), ...change }));
}
