// Words as they are compared.

const MARKS = /[\p{M}\u0640'’ʼ]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
// Letters that Arabic writers use for each other, beside those that differ by a mark only.
const ALIKE = new Map([
  ["ى", "ي"],
  ["ة", "ه"],
]);
// The Arabic article, also with "and", "in", "like", "so", "to" before it, where a word is left.
const ARTICLE = /(^| )(?:[وبكف]?ال|لل)(?=\p{Script=Arabic}{3})/gu;
// French writes what stands before a vowel in one with it: l'eau, d'urgence, qu'il.
const ELIDED = /(^|[^\p{L}])(?:[cdjlmnst]|qu)['’ʼ](?=\p{L}{2})/gu;
// Letters that many type as two.
const TWO = new Map([
  ["ß", "ss"],
  ["œ", "oe"],
  ["æ", "ae"],
]);
const DIGITS = /[٠-٩۰-۹]/g;

/** What writers and readers differ in taken away: case, accents, vowel signs. @param {string} text */
export function fold(text) {
  const low = text.normalize("NFKD").toLowerCase().replace(ELIDED, "$1");
  return low
    .replace(MARKS, "")
    .replace(/[ßœæ]/g, (letter) => TWO.get(letter) ?? letter)
    .replace(BETWEEN_WORDS, " ")
    .replace(/[ىة]/g, (letter) => ALIKE.get(letter) ?? letter)
    .replace(ARTICLE, "$1")
    .replace(DIGITS, (digit) => String((digit.charCodeAt(0) - 0x660) & 0xf))
    .trim();
}
