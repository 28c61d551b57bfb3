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
const DIGITS = /[٠-٩۰-۹]/g;

/** What writers and readers differ in taken away: case, accents, vowel signs. @param {string} text */
export function fold(text) {
  const plain = text.normalize("NFKD").replace(MARKS, "").toLowerCase();
  return plain
    .replace(BETWEEN_WORDS, " ")
    .replace(/[ىة]/g, (letter) => ALIKE.get(letter) ?? letter)
    .replace(ARTICLE, "$1")
    .replace(DIGITS, (digit) => String((digit.charCodeAt(0) - 0x660) & 0xf))
    .trim();
}
