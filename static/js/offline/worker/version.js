// The version file: which packs are the newest, and which pages must not be followed any longer.

/**
 * @typedef {{ name: string, stored: number, count: number, download: number }} Described a pack;
 *   bytes that it takes on the device and, at most, of its transfer
 * @typedef {{ number: number, covers: string[] }} Correction `covers` are addresses without their
 *   language
 * @typedef {{
 *   shared: Described, languages: Record<string, Described>, corrections: Correction[],
 * }} Version
 */

const ADDRESS = "/version.json";
const PATIENCE_MS = 10_000;

/**
 * Over the network only; null where there is none.
 * @returns {Promise<Version | null>}
 */
export async function readVersion({ fetch } = globalThis) {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(ADDRESS, { cache: "no-store", signal });
    const version = answer.ok ? await answer.json() : null;
    return isVersion(version) ? version : null;
  } catch {
    return null;
  }
}

/** What goes into every answer must be what it should be. @param {any} version @returns {version is Version} */
function isVersion(version) {
  const { shared, languages, corrections } = version ?? {};
  return (
    [shared, ...Object.values(languages ?? {})].every(isDescribed) &&
    Array.isArray(corrections) &&
    corrections.every(isCorrection)
  );
}

/** @param {any} pack */
function isDescribed(pack) {
  const { name, ...sizes } = pack ?? {};
  const amounts = [sizes.stored, sizes.count, sizes.download];
  return typeof name === "string" && amounts.every(Number.isFinite);
}

/** @param {any} correction */
function isCorrection(correction) {
  const { number, covers } = correction ?? {};
  return Number.isInteger(number) && Array.isArray(covers) && covers.every(isText);
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string";
}

/**
 * The newest version, with every correction that was ever heard of: an older server that answers once
 * more does not take one back.
 * @param {Version | null} known
 * @param {Version} read
 * @returns {Version}
 */
export function newest(known, read) {
  const before = known?.corrections ?? [];
  return before.length > read.corrections.length ? { ...read, corrections: before } : read;
}

/**
 * Whether a page must not be followed any longer.
 * @param {string} path
 * @param {Correction[]} corrections all that are known
 * @param {number} corrected how many of them the page contains
 */
export function isCovered(path, corrections, corrected) {
  const address = path.split("/").slice(2).join("/");
  return corrections.some(
    ({ number, covers }) =>
      number > corrected &&
      covers.some((each) => address === each || address.startsWith(`${each}/`)),
  );
}
