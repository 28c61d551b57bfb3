// What a report of a mistake is about. No page in here.

/**
 * The path of the page before this one, if it is another of Limber's.
 * @param {string} here
 * @param {{ from?: { url?: string | null } | null } | null | undefined} activation how this page was
 *   come to, where the browser tells
 * @param {string} referrer
 */
export function pageBefore(here, activation, referrer) {
  const address = activation?.from?.url || referrer;
  if (!address) {
    return null;
  }
  const [{ origin, pathname }, current] = [new URL(address), new URL(here)];
  return origin === current.origin && pathname !== current.pathname ? pathname : null;
}

/**
 * A letter with the page as its subject; other ways to write are left as they are.
 * @param {string} contact
 * @param {string} page
 */
export function letterAbout(contact, page) {
  const subject = encodeURIComponent(`Limber ${page}`);
  return contact.startsWith("mailto:")
    ? `${contact}${contact.includes("?") ? "&" : "?"}subject=${subject}`
    : contact;
}
