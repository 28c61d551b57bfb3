// What comes later than its page: a part of another page, and a style.

const FETCH_MS = 10_000;

/**
 * @param {string} address
 * @param {string} wanted selects what the page must hold
 * @param {typeof import("./trusted.js").readPage} read
 * @returns {Promise<Document | null>} null when it cannot be had
 */
export async function fetchPage(address, wanted, read) {
  try {
    const signal = AbortSignal.timeout(FETCH_MS);
    const answer = await fetch(address, { mode: "same-origin", signal });
    const page = read(await answer.text());
    return page.querySelector(wanted) && page;
  } catch {
    // No signal, or a server that hangs: the person is told, or it is tried again.
    return null;
  }
}

/** Without it, what it is for is plain but there. @param {string} href */
export function styled(href) {
  const there = document.querySelector(`link[href="${href}"]`);
  return there
    ? undefined
    : new Promise((resolve) => {
        const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
        link.onload = link.onerror = resolve;
        document.head.append(link);
      });
}
