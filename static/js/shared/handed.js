// A file that came from outside Limber, laid down in a cache until the page that it is for takes it up.

/** The cache, and what the address of that page then says; the same in the worker. */
export const HANDED = "handed";

/** @param {Blob} file @returns {Promise<boolean>} whether it is there */
export async function layDown(file, { caches } = globalThis) {
  try {
    const cache = await caches.open(HANDED);
    await cache.put(`/${HANDED}`, new Response(file));
    return true;
  } catch {
    return false; // a full disk, or a browser that keeps nothing
  }
}

/** Of a page that was opened for one; the address says it once. @returns {Promise<Blob | null>} */
export async function takeUp({ caches, history, location } = globalThis) {
  if (location.hash !== `#${HANDED}`) {
    return null;
  }
  history.replaceState(history.state, "", location.pathname);
  const cache = await caches.open(HANDED);
  const answer = await cache.match(`/${HANDED}`);
  await cache.delete(`/${HANDED}`);
  return (await answer?.blob()) ?? null;
}
