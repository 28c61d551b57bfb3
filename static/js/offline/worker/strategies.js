// How a request is answered: from the packs in use, else over the network, else with a page that
// says what is missing. Single pages are never refreshed: that would mix versions.

import { inTime } from "./bytes.js";
import { cacheOf } from "./packs.js";
import { isCovered } from "./version.js";

/**
 * @typedef {import("./pairs.js").State} State
 * @typedef {Pick<typeof globalThis, "caches" | "fetch">} World
 */

// A page that no pack has may take so long, then it is said that there is no signal.
const PATIENCE_MS = 5000;
// What must come over the network, or is the worker's own business.
const NEVER = /^\/(version\.json|healthz|sw\.js)$|^\/(pack|api)\//;

/** @param {Request} request @param {string} origin our own */
export function isOurs({ method, url, mode, cache }, origin) {
  const { origin: asked, pathname } = new URL(url);
  const wantsNoNetwork = cache === "only-if-cached" && mode !== "same-origin";
  return method === "GET" && asked === origin && !NEVER.test(pathname) && !wantsNoNetwork;
}

/**
 * A page: `/` leads to the language that was last read here. What must not be followed is answered
 * with a notice and never with what is kept.
 * @param {Request} request
 * @param {State} state
 * @param {World} world
 */
export async function navigate(request, state, world = globalThis) {
  const url = new URL(request.url);
  const { active } = state;
  if (!active) {
    return world.fetch(request);
  }
  const home = homeOf(url, state);
  if (url.pathname === "/" && home) {
    return Response.redirect(new URL(`/${home}/`, url).href, 302);
  }
  return (
    (await (isWithdrawn(url, state) ? notice(url, state, world) : here(url, state, world))) ??
    (await overNetwork(request, world)) ??
    (await match(`/${home}/offline/`, active.languages[home], world)) ??
    Response.error()
  );
}

/**
 * What belongs to a page: a script, a figure, a fragment.
 * @param {Request} request
 * @param {State} state
 * @param {World} world
 */
export async function fetchPart(request, state, world = globalThis) {
  return (await find(new URL(request.url), state, world)) ?? world.fetch(request);
}

/** The language of what is said: the address's own, else the one last read, else any. @param {URL} url @param {State} state */
function homeOf({ pathname }, { active, language }) {
  const here = Object.keys(active?.languages ?? {});
  return [pathname.split("/")[1], language].find((each) => here.includes(each)) ?? here[0];
}

/** @param {URL} url @param {State} state */
function isWithdrawn({ pathname }, { active, kept, version }) {
  const name = active?.languages[pathname.split("/")[1]];
  const corrected = (name && kept[name]?.corrected) || 0;
  return Boolean(name) && isCovered(pathname, version?.corrections ?? [], corrected);
}

/** @param {URL} url @param {State} state @param {World} world */
function notice({ pathname }, { active }, world) {
  const language = pathname.split("/")[1];
  return match(`/${language}/offline/withdrawn`, active?.languages[language], world);
}

/** The page as it is kept; as the server does, `/en` leads to `/en/`. @param {URL} url @param {State} state @param {World} world */
async function here(url, state, world) {
  const whole = new URL(url);
  whole.pathname += "/";
  return (
    (await find(url, state, world)) ??
    ((await find(whole, state, world)) && Response.redirect(whole.href, 302))
  );
}

/**
 * From the packs in use; static addresses tell versions apart by themselves.
 * @param {URL} url
 * @param {State} state
 * @param {World} world
 */
async function find(url, state, world) {
  const { pathname } = url;
  const [, first] = pathname.split("/");
  if (first !== "static") {
    return match(pathname, packOf(first, url.search, state), world);
  }
  return (
    (await match(pathname, state.active?.shared, world)) ??
    match(pathname, state.previous?.shared, world)
  );
}

/**
 * The pack of a language; for a part of a page that came from the previous one, which it tells after
 * the question mark, that one.
 * @param {string} language
 * @param {string} search
 * @param {State} state
 */
function packOf(language, search, { active, previous, kept }) {
  const now = active?.languages[language] ?? "";
  const before = previous?.languages[language] ?? "";
  const [assets, assetsBefore] = [now, before].map((name) => kept[name]?.assets);
  return assetsBefore !== assets && search === `?${assetsBefore}` ? before : now;
}

/** @param {string} path @param {string | undefined} pack its name @param {World} world */
async function match(path, pack, { caches }) {
  return pack ? caches.match(path, { cacheName: cacheOf(pack) }) : undefined;
}

/** A server that is gone refuses, one that is frozen never answers. @param {Request} request @param {World} world */
async function overNetwork(request, { fetch }) {
  try {
    return await inTime(fetch(request), PATIENCE_MS);
  } catch {
    return undefined;
  }
}
