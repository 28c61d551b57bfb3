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

/** @param {any} version @returns {version is Version} */
function isVersion(version) {
  const { shared, languages, corrections } = version ?? {};
  return (
    typeof shared?.name === "string" &&
    typeof languages === "object" &&
    languages !== null &&
    Array.isArray(corrections)
  );
}

/**
 * Whether a page must not be followed as it is kept here.
 * @param {string} path
 * @param {Version | null} version
 * @param {number} corrected how many corrections what is kept contains
 */
export function isCovered(path, version, corrected) {
  const [, , ...rest] = path.split("/");
  const address = rest.join("/");
  return (version?.corrections ?? []).some(
    ({ number, covers }) =>
      number > corrected &&
      covers.some((each) => address === each || address.startsWith(`${each}/`)),
  );
}
