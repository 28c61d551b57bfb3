// Reminders that reach a phone: always something to see, and what it is about only where the person
// chose that; a tap opens the page where one more tap logs or starts.

import { changeReach, reach } from "../../shared/reach.js";

// Where something runs that must not end because of a tap on a notification.
const BUSY = /\/play$|\/(cramp|check|compress|rewarm|swim)\/|\/hydration\/./;
/** Of a test, so that the page can say when it was shown. */
export const TEST = "test";

/**
 * @typedef {{
 *   matchAll: (of: { type: "window" }) => Promise<readonly any[]>,
 *   openWindow: (address: string) => Promise<unknown>,
 * }} Windows
 * @typedef {{ title: string, lang: string, dir: "ltr" | "rtl", tag: string, navigate: string }} Said
 * @typedef {{ title: string, options: NotificationOptions }} Shown
 */

/** @param {string | undefined} text what was pushed @returns {Promise<Shown>} */
export async function notificationOf(text) {
  const said = read(text);
  const ways = await reach();
  const plain = ways.plain && !ways.locked && ways.words[ways.kinds[said.tag]];
  const title = plain || ways.words.neutral || said.title;
  const { lang, dir, tag, navigate } = said;
  const actions = tag in ways.kinds ? actionsOf(ways, tag) : [];
  const options = { lang, dir, tag, renotify: tag !== "", data: navigate, actions };
  return { title, options };
}

/** Of a test, when it was there. @param {string | undefined} tag */
export async function noteShown(tag, now = Date.now) {
  if (tag === TEST) {
    await changeReach({ shown: now() });
  }
}

/** Buttons, where the system has them: each opens the page, which does it, with its undoing. @param {import("../../shared/reach.js").Reach} ways @param {string} tag */
function actionsOf({ plain, locked, kinds, words }, tag) {
  const names = plain && kinds[tag] === "drink" ? ["did", "later"] : ["later"];
  if (locked || kinds[tag] === "electrolytes") {
    return []; // an emergency comes first; a session does not wait
  }
  return names.map((action) => ({ action, title: words[action] })).filter(({ title }) => title);
}

/** What cannot be read is shown all the same: a push that shows nothing ends all pushes. @param {string | undefined} text @returns {Said} */
function read(text) {
  const first = {
    title: "Limber",
    lang: "",
    dir: /** @type {const} */ ("ltr"),
    tag: "",
    navigate: "/",
  };
  try {
    return { ...first, ...JSON.parse(text ?? "").notification };
  } catch {
    return first;
  }
}

/**
 * Opens the page of a notification, in a window of ours if there is one.
 * @param {Notification} notification
 * @param {string} action of its buttons, or none
 * @param {Windows} clients
 * @param {string} origin our own
 */
export async function open(notification, action, clients, origin) {
  const address = new URL(String(notification.data ?? "/"), origin);
  address.hash += action && `.${action}`;
  const target = address.origin === origin ? address.href : origin;
  const windows = await clients.matchAll({ type: "window" });
  const window = windows.find(({ url }) => !BUSY.test(new URL(url).pathname));
  // A tap allows one window to come forward, so only one that has gone there.
  if (await window?.navigate(target).catch(() => null)) {
    await window.focus().catch(() => undefined);
    return;
  }
  await clients.openWindow(target);
}
