// The code of a shared routine in what somebody typed or pasted, as webapp/share/codes.py finds it.

const CODE = /^[0-9a-hjkmnp-tv-z]{10}$/;
// Spaces, dashes, dots, and what cannot be seen.
const BETWEEN = /[._−\p{Zs}\p{Pd}\p{Cf}\p{Cc}]/gu;
const LOOK_ALIKES = { i: "1", l: "1", o: "0", u: "v" };
const LONGEST = 300;

/** @param {string} typed a code, or the whole address @returns {string} nothing where it is none */
export function codeOf(typed) {
  const folded = [...typed].slice(0, LONGEST).join("").normalize("NFKC");
  const link = folded.indexOf("/r/");
  const signs = link < 0 ? folded : folded.slice(link + 3).split(/[/?#]/)[0];
  const code = signs
    .replace(BETWEEN, "")
    .replace(/\p{Nd}/gu, digit)
    .toLowerCase()
    .replace(/[ilou]/g, (sign) => LOOK_ALIKES[/** @type {"i"} */ (sign)]);
  return CODE.test(code) ? code : "";
}

/** Of any script: Unicode begins the ten of each at a multiple of sixteen, or six after it. @param {string} sign */
function digit(sign) {
  const place = /** @type {number} */ (sign.codePointAt(0));
  const first = String.fromCodePoint(place - (place % 16));
  return String((place % 16) - (/\p{Nd}/u.test(first) ? 0 : 6));
}
