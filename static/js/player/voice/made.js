// The voice of a page: its words, the device's engine, and the tones that it is heard against.

import { deviceStore } from "../../shared/screen.js";
import { isTold, keepTold, wantsVoice } from "../../shared/voice.js";
import { hasVoice, softens, soundOf } from "./sound.js";
import { Speaker } from "./speaker.js";
import { Voice } from "./voice.js";

/** @typedef {import("../../shared/screen.js").Store} Store */

/** @param {Store} store @param {{ gain: number }} tones */
export function madeVoice(store, tones) {
  const { lang } = document.documentElement;
  const soften = softens(tones, store);
  const speaker = new Speaker(() => soundOf(lang, store), soften);
  soften(false); // as loud as they are wanted now
  addEventListener("pagehide", () => speaker.hush());
  return new Voice(store, speaker, readWords);
}

/** Before the start, and once: that this device has no voice for the language. */
export async function foretell(page = document, store = deviceStore()) {
  const lifted = liftedFinger();
  const { lang } = page.documentElement;
  if (!wantsVoice(store) || isTold(lang, store) || (await hasVoice(lang))) {
    return;
  }
  const words = await readWords();
  await lifted;
  const start = /** @type {HTMLElement} */ (page.querySelector("[data-start]"));
  if (words && !start.hidden) {
    const note = Object.assign(page.createElement("p"), {
      className: "note",
      textContent: words.none,
    });
    start.querySelector('a[href$="/settings/"]')?.parentElement?.after(note);
    onceSeen(note, () => keepTold(lang, store));
  }
}

/** What is touched must not move away from under the finger. */
function liftedFinger() {
  return new Promise((over) => {
    for (const lifted of ["click", "pointercancel"]) {
      addEventListener(lifted, over, { once: true });
    }
  });
}

/** @param {Element} element @param {() => void} act */
function onceSeen(element, act) {
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) {
      observer.disconnect();
      act();
    }
  });
  observer.observe(element);
}

/** Of the version that this page is of. @returns {Promise<any>} null where they do not come: then there are tones */
async function readWords() {
  const [, language] = location.pathname.split("/");
  const script = document.querySelector("[data-lane]")?.getAttribute("data-script") ?? "";
  const [, , version] = script.split("/");
  try {
    const answer = await fetch(`/${language}/player/voice.json?${version}`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
