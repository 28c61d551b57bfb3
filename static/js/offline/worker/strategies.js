// How a request is answered: from the packs in use, else over the network, else with a page that
// says what is missing. Single pages are never refreshed: that would mix versions.

import { cacheOf } from "./packs.js";
import { isCovered } from "./version.js";

/** @typedef {import("./pairs.js").State} State */

// A page that no pack has may take so long, then it is said that there is no signal.
const PATIENCE_MS = 5000;
// What must come over the network, or is the worker's own business.
const NEVER = /^\/(version\.json|healthz|sw\.js)$|^\/(pack|api)\//;

/** @param {Request} request */
export function isOurs({ method, url, mode, cache }) {
  const { origin, pathname } = new URL(url);
  const asksForNothing = cache === "only-if-cached" && mode !== "same-origin";
  return method === "GET" && origin === location.origin && !NEVER.test(pathname) && !asksForNothing;
}

/**
 * A page: `/` leads to the language that was last read here.
 * @param {Request} request
 * @param {State} state
 */
export async function navigate(request, state) {
  const url = new URL(request.url);
  const { active, language } = state;
  if (!active) {
    return fetch(request);
  }
  const home = active.languages[language] ? language : Object.keys(active.languages)[0];
  if (url.pathname === "/" && home) {
    return Response.redirect(`/${home}/`, 302);
  }
  return (
    (await covering(url, state)) ??
    (await find(url, state)) ??
    (await withSlash(url, state)) ??
    (await overNetwork(request)) ??
    (await match(`/${home}/offline/`, active.languages[home])) ??
    Response.error()
  );
}

/**
 * What belongs to a page: a script, a figure, a fragment.
 * @param {Request} request
 * @param {State} state
 */
export async function fetchPart(request, state) {
  return (await find(new URL(request.url), state)) ?? fetch(request);
}

/** In place of what must not be followed: a page that says so. @param {URL} url @param {State} state */
async function covering({ pathname }, { active, kept, version }) {
  const language = pathname.split("/")[1];
  const name = active?.languages[language];
  const covered = name && isCovered(pathname, version, kept[name]?.corrected ?? 0);
  return covered ? match(`/${language}/offline/withdrawn`, name) : undefined;
}

/**
 * From the packs in use; for a page that came from the previous ones, from those. Static addresses
 * tell versions apart by themselves, other parts of a page by what stands after the question mark.
 * @param {URL} url
 * @param {State} state
 */
async function find({ pathname, search }, { active, previous, kept }) {
  const [, first] = pathname.split("/");
  if (first === "static") {
    return (await match(pathname, active?.shared)) ?? match(pathname, previous?.shared);
  }
  const before = previous?.languages[first] ?? "";
  const isBefore = search === `?${kept[before]?.assets}`;
  return match(pathname, isBefore ? before : active?.languages[first]);
}

/** As the server does: `/en` is `/en/`. @param {URL} url @param {State} state */
async function withSlash(url, state) {
  const whole = new URL(`${url.pathname}/`, url);
  return (await find(whole, state)) && Response.redirect(whole.href, 302);
}

/** @param {string} path @param {string | undefined} pack its name */
async function match(path, pack) {
  return pack ? caches.match(path, { cacheName: cacheOf(pack) }) : undefined;
}

/** A server that is gone refuses, one that is frozen never answers. @param {Request} request */
async function overNetwork(request) {
  const silence = new Promise((_, reject) => setTimeout(reject, PATIENCE_MS));
  try {
    return /** @type {Response} */ (await Promise.race([fetch(request), silence]));
  } catch {
    return undefined;
  }
}
