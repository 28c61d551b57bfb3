// How text is spoken: its sentences, how long they take, in pieces that no engine gives up on.

const SENTENCE = /[^.!?؟。！？]*(?:[.!?؟](?!\s|$)[^.!?؟。！？]*)*(?:[.!?؟。！？]+\s*|$)/g;
// Seconds that a sign takes, by a slow engine; a number is a word of its own.
const SIGNS = /** @type {[RegExp, number][]} */ ([
  [/[\u3040-\u30ff\u3400-\u9fff]/, 0.27],
  [/[\u0600-\u06ff]/, 0.095],
  [/\d/, 0.35],
  [/[.!?؟:。！？：]/, 0.3],
  [/./, 0.07],
]);
// Until an engine that has been silent is heard.
const START_SECONDS = 0.3;
// Chromium falls silent in the middle of what takes longer than fifteen seconds.
const PIECE_SECONDS = 10;

/** @param {string} text */
export function sentences(text) {
  return (text.match(SENTENCE) ?? []).map((each) => each.trim()).filter(Boolean);
}

/** How long a text takes at most, as it is usually spoken. @param {string} text */
export function seconds(text) {
  return [...text].reduce((sum, sign) => sum + ofSign(sign), text ? START_SECONDS : 0);
}

/** As many sentences as there is time for, the first ones first. @param {string[]} all @param {number} room seconds */
export function fitting(all, room) {
  const count = all.findIndex((_, i) => seconds(all.slice(0, i + 1).join(" ")) > room);
  return all.slice(0, count < 0 ? all.length : count).join(" ");
}

/** @param {string} text */
export function pieces(text) {
  /** @type {string[]} */
  const found = [];
  for (const sentence of sentences(text)) {
    const longer = [found.at(-1), sentence].filter(Boolean).join(" ");
    if (found.length && seconds(longer) <= PIECE_SECONDS) {
      found[found.length - 1] = longer;
    } else {
      found.push(sentence);
    }
  }
  return found;
}

/** @param {string} sign */
function ofSign(sign) {
  return SIGNS.find(([signs]) => signs.test(sign))?.[1] ?? 0;
}
