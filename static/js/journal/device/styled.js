// The style of what comes later, once.

/** Without it, it is plain but there. @param {string} href @returns {Promise<unknown>} */
export function styled(href, page = document) {
  const there = page.querySelector(`link[href="${href}"]`);
  return there ? Promise.resolve() : linked(href, page);
}

/** @param {string} href @param {Document} page */
function linked(href, page) {
  return new Promise((resolve) => {
    const link = Object.assign(page.createElement("link"), { rel: "stylesheet", href });
    link.onload = link.onerror = resolve;
    page.head.append(link);
  });
}
