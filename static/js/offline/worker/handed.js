// A file that another app hands over: laid down here until the page that opens it has read it.

/** The same in shared/handed.js. */
const HANDED = "handed";
/** No file of ours is larger; of one that is, so much that the page says so. */
const MOST_BYTES = 5_000_001;
const MINE = /^\/[a-z-]+\/mine\/$/;

/** Not by another site that says who it is; the system does not, so the page asks before it keeps anything. @param {Request} request @param {string} origin our own */
export function isHanded({ method, url, referrer }, origin) {
  const isOthers = /^http/.test(referrer.replace(`${origin}/`, ""));
  return method === "POST" && MINE.test(url.replace(origin, "")) && !isOthers;
}

/** @param {Request} request @param {Pick<typeof globalThis, "caches">} world */
export async function takeHanded(request, { caches } = globalThis) {
  try {
    const file = (await request.formData()).get("routine");
    const cache = await caches.open(HANDED);
    await cache.put(`/${HANDED}`, new Response(file?.slice(0, MOST_BYTES)));
  } catch {
    // A full disk: the page opens without the file.
  }
  return Response.redirect(`${request.url}#${HANDED}`, 303);
}
