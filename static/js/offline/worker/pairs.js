// Which packs belong together, and what changes when one comes, waits or goes: pure.

import { openedNames } from "./opened.js";

/**
 * @typedef {{ shared: string, languages: Record<string, string> }} Pair the names of the shared pack
 *   and of one pack for each language, by prefix, all of one version
 * @typedef {{
 *   count: number, stored: number, assets: string, corrected: number, exercises?: string,
 * }} Kept a pack that is whole on this device: its entries and their bytes; `assets` and `corrected`
 *   as in `Manifest`; `exercises` are those of a shared routine that was opened
 * @typedef {"" | "network" | "full" | "damaged"} Fault why nothing came of the last attempt
 * @typedef {{
 *   active: Pair | null, waiting: Pair | null, previous: Pair | null, users: string[],
 *   kept: Record<string, Kept>, broken: string[], language: string, wanted: string[],
 *   refused: boolean, fault: Fault, failedAt: number, failedOf: string, proved: number,
 *   version: import("./version.js").Version | null, versionAt: number, reached: boolean,
 *   opened: Record<string, import("./opened.js").Opened>,
 * }} State `previous` is there for the pages, `users`, that came from it; `broken` are packs in use
 *   that are not whole any longer; `language` was last read, `wanted` are those asked for; `refused`
 *   keeps nothing; `failedOf` names the packs that were wanted at the last `fault`; `reached` whether
 *   the network answered; times, in milliseconds as of `Date.now()`: `failedAt` of the last `fault`,
 *   `proved` when every byte was last proved, `versionAt` when the version file was read;
 *   `opened` are shared routines, by the address of their page
 */

/** @type {State} */
export const EMPTY = {
  active: null,
  waiting: null,
  previous: null,
  users: [],
  kept: {},
  broken: [],
  language: "",
  wanted: [],
  refused: false,
  fault: "",
  failedAt: 0,
  failedOf: "",
  proved: 0,
  version: null,
  versionAt: 0,
  reached: true,
  opened: {},
};

/** @param {Pair | null} pair */
export function names(pair) {
  return pair ? [pair.shared, ...Object.values(pair.languages)] : [];
}

/**
 * What is wanted of the newest version; null while it is not known, or nothing of it is wanted.
 * @param {Pick<State, "version" | "wanted">} state
 * @returns {Pair | null}
 */
export function target({ version, wanted }) {
  const offered = wanted.filter((each) => Object.hasOwn(version?.languages ?? {}, each));
  if (!version || offered.length === 0) {
    return null;
  }
  const languages = offered.map((each) => [each, version.languages[each].name]);
  return { shared: version.shared.name, languages: Object.fromEntries(languages) };
}

/**
 * What has to be taken over for that, the shared pack first.
 * @param {State} state
 * @returns {import("./version.js").Described[]}
 */
export function missing(state) {
  const { version, kept } = state;
  const wanted = names(target(state));
  const described = version ? [version.shared, ...Object.values(version.languages)] : [];
  return described.filter(({ name }) => wanted.includes(name) && !Object.hasOwn(kept, name));
}

/**
 * When everything of the newest version is here: it is used at once where there is none, or where it
 * only has a language more; else it waits for its turn.
 * @param {State} state
 * @returns {Partial<State>}
 */
export function adopt(state) {
  const { active } = state;
  const wanted = target(state);
  if (!wanted || missing(state).length > 0) {
    return {};
  }
  return !active || isSameVersion(active, wanted)
    ? { active: wanted, waiting: null }
    : { waiting: wanted };
}

/** @param {Pair} one @param {Pair} other */
function isSameVersion(one, other) {
  return (
    one.shared === other.shared &&
    Object.entries(other.languages).every(([prefix, name]) =>
      [undefined, name].includes(one.languages[prefix]),
    )
  );
}

/** What waits takes its turn, unless what was before is in use; pages that are open go on with what they came from. @param {State} state @param {string[]} open ids of these @returns {Partial<State>} */
export function turned({ active, waiting, previous, users }, open) {
  const isUsed = previous && users.some((each) => open.includes(each));
  return waiting && !isUsed
    ? { active: waiting, waiting: null, previous: active, users: open, broken: [] }
    : {};
}

/** Without a language, or a shared routine, until it is asked for again. @param {State} state @param {string} name the prefix of the one, the path of the other @returns {Partial<State>} */
export function without({ active, waiting, wanted, opened }, name) {
  return {
    active: lacking(active, name),
    waiting: lacking(waiting, name),
    wanted: wanted.filter((each) => each !== name),
    opened: others(opened, name),
  };
}

/** @param {Pair | null} pair @param {string} prefix @returns {Pair | null} null without any language */
function lacking(pair, prefix) {
  const languages = others(pair?.languages ?? {}, prefix);
  return pair && Object.keys(languages).length ? { ...pair, languages } : null;
}

/** @template Each @param {Record<string, Each>} all @param {string} name @returns {Record<string, Each>} */
function others(all, name) {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== name));
}

/** Without anything, until somebody asks. @param {State} state @returns {State} */
export function emptied({ language, version, versionAt, reached }) {
  return { ...EMPTY, language, version, versionAt, reached, refused: true };
}

/**
 * What is still needed of what lies on the device: packs in use, waiting, in use by open pages, and
 * what has come of the newest so far.
 * @param {State} state
 * @param {string[] | null} open ids of the pages that are open; null lets the previous pair be
 * @returns {{ state: Partial<State>, packs: string[] }}
 */
export function tidied(state, open) {
  const users = open ? state.users.filter((each) => open.includes(each)) : state.users;
  const previous = users.length ? state.previous : null;
  const begun = state.fault === "full" || state.refused ? null : target(state);
  const pairs = [state.active, state.waiting, previous, begun].flatMap(names);
  const packs = [...pairs, ...openedNames(state)];
  const kept = Object.entries(state.kept).filter(([name]) => packs.includes(name));
  return { state: { users, previous, kept: Object.fromEntries(kept) }, packs };
}
