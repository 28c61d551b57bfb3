// How a request is answered: from the packs in use, else over the network, else with a page that
// says what is missing. Single pages are never refreshed: that would mix versions.

import { inTime } from "./bytes.js";
import { copyAt, pageOfCode, pageOfEnded } from "./opened.js";
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
  const home = homeOf(url, state);
  const way = wayOn(url, home, state);
  if (way) {
    return Response.redirect(new URL(way, url).href, 302);
  }
  if (!active && !copyAt(url.pathname, state)) {
    return world.fetch(request);
  }
  return (
    (await (isWithdrawn(url, state) ? instead(request, state, world) : here(url, state, world))) ??
    (await overNetwork(request, world)) ??
    (await notice("", home, state, world)) ??
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

/** From the entrance, from the code of a shared routine that was opened here, and from the player of one that is withdrawn. @param {URL} url @param {string} home @param {State} state */
function wayOn(url, home, state) {
  if (url.pathname === "/") {
    return home && `/${home}/`;
  }
  const isCode = url.pathname.startsWith("/r/") || url.searchParams.has("code");
  return isCode ? pageOfCode(url, state) : pageOfEnded(url.pathname, state);
}

/** The language of what is said: the address's own, else the one last read, else any. @param {URL} url @param {State} state */
function homeOf({ pathname }, { active, language }) {
  const here = Object.keys(active?.languages ?? {});
  return [pathname.split("/")[1], language].find((each) => here.includes(each)) ?? here[0];
}

/** A shared routine goes by what it contains. @param {URL} url @param {State} state */
function isWithdrawn({ pathname }, state) {
  const { active, kept, version } = state;
  const name = copyAt(pathname, state) || active?.languages[pathname.split("/")[1]];
  const { corrected = 0, exercises } = kept[name ?? ""] ?? {};
  const paths = exercises?.split(" ").map((each) => `//exercises/${each}`) ?? [pathname];
  return (
    Boolean(name) && paths.some((each) => isCovered(each, version?.corrections ?? [], corrected))
  );
}

/** Of a shared routine what the server has now, else the notice. @param {Request} request @param {State} state @param {World} world */
async function instead(request, state, world) {
  const { pathname } = new URL(request.url);
  const newer = copyAt(pathname, state) ? await overNetwork(request, world) : undefined;
  return newer?.ok ? newer : notice("withdrawn", pathname.split("/")[1], state, world);
}

/** @param {"" | "withdrawn"} name @param {string} language @param {State} state @param {World} world */
function notice(name, language, { active }, world) {
  return match(`/${language}/offline/${name}`, active?.languages[language], world);
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
    return match(pathname, copyAt(pathname, state) || packOf(first, url.search, state), world);
  }
  return (
    (await match(pathname, state.active?.shared, world)) ??
    (await match(pathname, state.previous?.shared, world)) ??
    world.caches.match(pathname) // of a shared routine that came with another version
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
