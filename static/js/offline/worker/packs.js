// Packs on this device, each in a cache of its own: taken over, counted, proved, dropped.

import { Bytes, digest, inTime } from "./bytes.js";
import { Damaged, DRAWINGS, readManifest, unpack } from "./unpack.js";

/**
 * @typedef {import("./unpack.js").Entry} Entry
 * @typedef {import("./unpack.js").Manifest} Manifest
 */

const PREFIX = "pack-";
// So many entries are written at the same time.
const AT_ONCE = 16;

/** @param {string} name of a pack */
export function cacheOf(name) {
  return `${PREFIX}${name}`;
}

/** Under this address a pack's manifest stands in its cache, written after everything else. @param {string} name */
function addressOf(name) {
  return `/pack/${name}`;
}

/**
 * Takes a pack over, or what is still missing of it; only then its manifest is there.
 * @param {{ name: string, shared: string, anew?: boolean }} pack `shared` is the pack that the
 *   drawings come from; `anew` trusts nothing that is here already
 * @param {() => void} heard told of each entry that came
 * @returns {Promise<Manifest>}
 */
export async function takePack(pack, heard) {
  try {
    return await take(pack, heard, "default");
  } catch (error) {
    if (!(error instanceof Damaged)) {
      throw error;
    }
    // What came, or what the browser kept of it, has a wrong byte: once more from the server.
    return take(pack, heard, "reload");
  }
}

/** @param {Parameters<typeof takePack>[0]} pack @param {() => void} heard @param {RequestCache} from */
async function take({ name, shared, anew = false }, heard, from) {
  const answer = await inTime(fetch(addressOf(name), { cache: from }));
  if (!answer.ok || !answer.body) {
    throw new TypeError(`${name}: ${answer.status}`);
  }
  const cache = await caches.open(cacheOf(name));
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const here = new Set(anew ? [] : paths);
  const bytes = new Bytes(answer.body);
  try {
    const { manifest, line } = await readManifest(bytes, name);
    const came = unpack(bytes, manifest, await drawingsOf(shared));
    await putAll(cache, missing(came, here, heard));
    await cache.put(addressOf(name), new Response(line));
    return manifest;
  } finally {
    bytes.cancel().catch(() => undefined);
  }
}

/** @param {AsyncGenerator<Entry>} entries @param {Set<string>} here paths that are here already @param {() => void} heard */
async function* missing(entries, here, heard) {
  for await (const entry of entries) {
    heard();
    if (!here.has(entry.path)) {
      yield entry;
    }
  }
}

/** @param {Cache} cache @param {AsyncGenerator<Entry>} entries */
async function putAll(cache, entries) {
  /** @type {Promise<void>[]} */
  let puts = [];
  try {
    for await (const { path, headers, body } of entries) {
      puts.push(cache.put(path, new Response(body, { headers })));
      if (puts.length === AT_ONCE) {
        await Promise.all(puts);
        puts = [];
      }
    }
  } finally {
    // Also when the next entry does not come: what is being written is awaited.
    await Promise.all(puts);
  }
}

/** @param {string} shared */
async function drawingsOf(shared) {
  const found = await caches.match(DRAWINGS, { cacheName: cacheOf(shared) });
  return found ? found.json() : {};
}

/**
 * Whether as many entries are here as there were; quick, because it is asked at each start.
 * @param {string} name
 * @param {number} count of its entries
 */
export async function isWhole(name, count) {
  if (!(await caches.match(addressOf(name), { cacheName: cacheOf(name) }))) {
    return false;
  }
  const cache = await caches.open(cacheOf(name));
  return (await cache.keys()).length === count + 1;
}

/**
 * Proves every byte of a pack, and takes away what fails; without its manifest nothing can be proved.
 * @param {string} name
 * @returns {Promise<boolean>} whether all is as it should be
 */
export async function provePack(name) {
  const cache = await caches.open(cacheOf(name));
  const found = await cache.match(addressOf(name));
  const manifest = found ? await proved(found, name) : null;
  let whole = manifest !== null;
  for (const [path, , , proof] of manifest?.entries ?? []) {
    const entry = await cache.match(path);
    if (!entry || (await digest(await entry.arrayBuffer())) !== proof) {
      await cache.delete(path);
      whole = false;
    }
  }
  return whole;
}

/** A manifest as it is kept here; null where it is not what it was. @param {Response} found @param {string} name */
async function proved(found, name) {
  try {
    const line = await found.blob();
    const stream = new Blob([line, "\n"]).stream();
    return (await readManifest(new Bytes(stream), name)).manifest;
  } catch {
    return null;
  }
}

/** Takes every pack away but these. @param {string[]} names */
export async function keepOnly(names) {
  const kept = new Set(names.map(cacheOf));
  const all = (await caches.keys()).filter((each) => each.startsWith(PREFIX));
  await Promise.all(all.filter((each) => !kept.has(each)).map((each) => caches.delete(each)));
}
