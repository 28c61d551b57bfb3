// Shared routines that were opened on this device, each in one language: its page, its player and
// all that both need, in a cache of its own, as if it were a pack. Taken over whole, or not at all.

import { hexDigest, inTime } from "./bytes.js";
import { cacheOf } from "./packs.js";

/**
 * @typedef {import("./pairs.js").State} State
 * @typedef {object} Opened names of copies, "" for none
 * @property {string} now
 * @property {string} next newer: it waits until the page is opened anew
 * @property {number} ended what the server answers in its place: 410 where its author has withdrawn
 *   it, 404 where it is gone, 0 where it is there
 */

const PLAYER = "/play";
const WITHDRAWN = 410;
// As templates/share/_version.html writes it into both: what they contain, and which versions of the
// routine and of the static files they are of.
const OF_VERSION =
  /data-corrected="(\d+)" data-exercises="(.*?)" data-version="\d+" data-assets="\w+"/;
// The same sign in any script and case, whatever stands between: shared/codes.js in fewer bytes, as
// only what is here has to be known again.
const SIGNS = new Intl.Collator("en", { sensitivity: "base", ignorePunctuation: true });
const FILES = /\/static\/[\w./-]+/g;

/**
 * Takes over what is at the address of a shared routine now.
 * @param {string} path of its page
 * @returns {Promise<(state: State) => Partial<State>>} what changes with it
 */
export async function takeOpened(path, { caches, fetch } = globalThis) {
  const paths = [path, path + PLAYER];
  const answers = await Promise.all(
    paths.map((each) => inTime(fetch(each, { cache: "no-cache" }))),
  );
  const [{ status }] = answers;
  if (status === 404 || status === WITHDRAWN) {
    return (state) => changed(state, path, { ended: status });
  }
  const [page, player] = await Promise.all(answers.map((each) => inTime(each.clone().text())));
  const found = OF_VERSION.exec(page);
  // What is not ours, such as a hotel's page, or an error has none.
  if (!found || !player.includes(found[0])) {
    throw new TypeError(path);
  }
  const [, corrected, exercises] = found;
  const whole = path + page + player;
  const name = `opened-${await hexDigest(new TextEncoder().encode(whole))}`;
  const cache = await caches.open(cacheOf(name));
  if (!(await cache.match(path))) {
    await Promise.all([...new Set(whole.match(FILES))].map((each) => keep(each, cache, caches)));
    await cache.put(paths[1], answers[1]);
    await cache.put(path, answers[0]);
  }
  const kept = { count: 0, stored: 0, assets: "", corrected: Number(corrected), exercises };
  return (state) => ({ kept: { ...state.kept, [name]: kept }, ...arrived(state, path, name) });
}

/** From the pack or copy that has it: it may leave the device with them. @param {string} file @param {Cache} cache @param {CacheStorage} caches */
async function keep(file, cache, caches) {
  const here = await caches.match(file);
  await (here ? cache.put(file, here) : inTime(cache.add(file)));
}

/** The first copy of a routine is used at once, another waits. @param {State} state @param {string} path @param {string} name */
export function arrived(state, path, name) {
  const now = state.opened[path]?.now || name;
  return changed(state, path, { now, next: now === name ? "" : name, ended: 0 });
}

/** Its page is opened: what waits takes its turn. The player stays with the page that led to it. @param {State} state @param {string} path */
export function turnedOpened(state, path) {
  const next = state.opened[path]?.next;
  return next ? changed(state, path, { now: next, next: "" }) : {};
}

/** @param {State} state @param {string} path @param {Partial<Opened>} change @returns {Partial<State>} */
function changed({ opened }, path, change) {
  return { opened: { ...opened, [path]: { ...opened[path], ...change } } };
}

/** What is still needed. @param {State} state */
export function openedNames({ opened }) {
  return Object.values(opened).flatMap(({ now, next }) => [now, next]);
}

/** The copy that a page or player is in; none where it is not here. @param {string} path @param {State} state */
export function copyAt(path, { opened }) {
  return opened[path.replace(PLAYER, "")]?.now;
}

/** For the player of what is withdrawn its page, which says so. @param {string} path @param {State} state */
export function pageOfEnded(path, { opened }) {
  const page = path.slice(0, -PLAYER.length);
  return opened[page]?.ended === WITHDRAWN && page;
}

/** The page of a code, where it is here: in the language last read, if it can be. @param {URL} url in which somebody typed a code, or followed one @param {State} state */
export function pageOfCode({ pathname, searchParams }, { opened, language }) {
  const typed = likeCode(searchParams.get("code") ?? decodeURIComponent(pathname.slice(3)));
  const here = Object.keys(opened).filter((each) => !SIGNS.compare(likeCode(each), typed));
  return here.find((each) => each.startsWith(`/${language}/`)) ?? here[0];
}

/** Of a link what names the routine; and for what looks like a sign of a code, that sign. @param {string} typed */
function likeCode(typed) {
  const signs = typed.replace(/.*\/r\/([^/?#]*).*/, "$1");
  return signs.replace(/[il]/gi, "1").replace(/o/gi, "0").replace(/u/gi, "v");
}
