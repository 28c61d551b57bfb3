// Which voices of a device may speak a language: only its own, which need no network, and never one of
// another language or script.

/** @typedef {Pick<SpeechSynthesisVoice, "lang" | "localService" | "name" | "voiceURI" | "default">} Known */

// They sing, whisper or croak; a Mac offers them first.
const ODD =
  /speech\.synthesis\.voice\.|eloquence|^(Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Deranged|Eddy|Flo|Fred|Good News|Grandma|Grandpa|Hysterical|Jester|Junior|Kathy|Organ|Pipe Organ|Princess|Ralph|Reed|Rocko|Sandy|Shelley|Superstar|Trinoids|Whisper|Wobble|Zarvox)\b/;
// In Hong Kong and Macau people speak another Chinese, whatever the script.
const CANTONESE = ["HK", "MO"];

/**
 * @template {Known} Voice
 * @param {readonly Voice[]} voices
 * @param {string} tag of the page's language
 * @param {readonly string[]} languages that the person prefers, in order
 * @returns {Voice[]} the best first
 */
export function fitting(voices, tag, languages) {
  const wanted = localeOf(tag);
  return voices
    .filter(({ lang, localService }) => localService && speaks(lang, wanted))
    .map((voice) => ({ voice, order: orderOf(voice, languages) }))
    .sort((a, b) => a.order - b.order)
    .map(({ voice }) => voice);
}

/** @param {string} lang of a voice @param {Intl.Locale | null} wanted */
function speaks(lang, wanted) {
  const locale = localeOf(lang);
  const isSame = locale?.language === wanted?.language && locale?.script === wanted?.script;
  return (
    locale !== null && isSame && !(isChinese(locale) && CANTONESE.includes(String(locale.region)))
  );
}

/** Their region comes first, then what the device would take, then what is no joke. @param {Known} voice @param {readonly string[]} languages */
function orderOf({ lang, name, voiceURI, default: isDefault }, languages) {
  const region = localeOf(lang)?.region;
  const wished = languages
    .map(localeOf)
    .filter((each) => each?.language === localeOf(lang)?.language);
  const place = wished.findIndex((each) => each?.region === region);
  const isOdd = ODD.test(voiceURI) || ODD.test(name);
  return (isOdd ? 1000 : 0) + (place < 0 ? 100 : place) * 2 + (isDefault ? 0 : 1);
}

/** Phones write en_US, zh_CN_#Hans and cmn-Hans-CN; null for what tells no language. @param {string} lang */
function localeOf(lang) {
  const [language, ...rest] = lang.replaceAll("#", "").split(/[-_]+/);
  const script = rest.find((part) => /^[a-z]{4}$/i.test(part));
  const region = rest.find((part) => /^([a-z]{2}|\d{3})$/i.test(part));
  try {
    const tags = [language, script, region].filter(Boolean);
    const locale = new Intl.Locale(tags.join("-")).maximize();
    // A third kind of Chinese, such as zh-yue, or a region that is none of ours, such as zho-TWN.
    const isOther = rest.some((part) => /^[a-z]{3}$/i.test(part) && part.toLowerCase() !== "cmn");
    return isChinese(locale) && isOther ? null : locale;
  } catch {
    return null;
  }
}

/** @param {Intl.Locale} locale */
function isChinese({ language }) {
  return language === "zh";
}
