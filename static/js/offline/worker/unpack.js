// Takes a pack apart while it arrives: its manifest, then one finished answer after the other, each
// filled with its drawings and proved by its digest. How a pack is written: webapp/offline/packs.py.

import { digest, hexDigest } from "./bytes.js";

/**
 * @typedef {[path: string, headers: number, length: number, digest: string]} Line
 * @typedef {{
 *   format: number, kind: string, headers: Record<string, string>[], entries: Line[],
 *   shared?: string, assets?: string, corrected?: number,
 * }} Manifest the last three stand in the pack of a language: the shared pack and the static files
 *   that its pages belong to, and how many corrections they contain
 * @typedef {{ path: string, headers: Record<string, string>, body: Uint8Array<ArrayBuffer> }} Entry
 * @typedef {Record<string, string>} Drawings by their name in a placeholder
 */

/** Where the drawings lie in the shared pack. */
export const DRAWINGS = "/pack/drawings.json";

const FORMAT = 2;
const PLACEHOLDER = /\{\{figure:([\w.-]+)\}\}/g;
const WRITTEN = /^(text\/|application\/|image\/svg)/;

/** A pack for a worker that is yet to come. */
export class Unknown extends Error {}

/** Something in a pack, or in what is kept of it, is not what it should be. */
export class Damaged extends Error {
  name = "Damaged";
}

/**
 * @param {import("./bytes.js").Bytes} bytes of the pack
 * @param {string} name of the pack, which ends in the digest of its manifest
 * @returns {Promise<{ manifest: Manifest, line: Uint8Array<ArrayBuffer> }>} read, and as written
 */
export async function readManifest(bytes, name) {
  const line = await bytes.line();
  const proof = name.slice(name.lastIndexOf("-") + 1);
  if (!proof || !(await hexDigest(line)).startsWith(proof)) {
    throw new Damaged(`${name}: another manifest`);
  }
  const manifest = JSON.parse(new TextDecoder().decode(line));
  if (manifest.format !== FORMAT) {
    throw new Unknown(name);
  }
  return { manifest, line };
}

/**
 * Every entry, in the order of the manifest.
 * @param {import("./bytes.js").Bytes} bytes of the pack, after its manifest
 * @param {Manifest} manifest
 * @param {Drawings} drawings the shared pack brings them along, before what needs them
 * @returns {AsyncGenerator<Entry>}
 */
export async function* unpack(bytes, manifest, drawings = {}) {
  for (const [path, kind, length, proof] of manifest.entries) {
    const headers = manifest.headers[kind];
    const body = fill(await bytes.take(length), headers["content-type"], drawings);
    if ((await digest(body)) !== proof) {
      throw new Damaged(path);
    }
    if (path === DRAWINGS) {
      Object.assign(drawings, JSON.parse(new TextDecoder().decode(body)));
    }
    yield { path, headers, body };
  }
  await bytes.end();
}

/**
 * The body with its drawings; one that is not known stays a name, and so fails its proof.
 * @param {Uint8Array<ArrayBuffer>} body
 * @param {string} type
 * @param {Drawings} drawings
 */
function fill(body, type, drawings) {
  if (!WRITTEN.test(type)) {
    return body;
  }
  const text = new TextDecoder().decode(body);
  const whole = text.replace(PLACEHOLDER, (name, key) => drawings[key] ?? name);
  return whole === text ? body : new TextEncoder().encode(whole);
}
