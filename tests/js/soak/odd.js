// Odd values by a seeded chance: what parsers stumble over, rather than noise; as
// tests/soak/inputs/chance.py has them for the server.

/** @typedef {import("../shared/random.js").Chance} Chance */

const SCRIPTS = [
  "é",
  "e\u0301",
  "\u202e",
  "\ufeff",
  "\u2028",
  "\ud800",
  "😀",
  "٣٤٥",
  "۱۲",
  "ﬃ",
  "İ",
  "中文",
];
const WORDS = [
  ...["", " ", "a", "0", "-1", "1,5", "1.234,5", "1e999", "NaN", "null", "\t", "\n", "\0", "\x7f"],
  ...["..", "/", "%", "%E0%A4%A", "#", "&=,", "<b>", '"] *', "javascript:", "{{x}}", "%(n)s", "$&"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "length", ...SCRIPTS],
  ...["a".repeat(400), "9".repeat(400), "😀".repeat(90), "e\u0301".repeat(400), ",".repeat(400)],
];
const NUMBERS = [
  ...[0, -0, 1, -1, 2, 7, 0.5, 1.5, 101, 1801, 2 ** 31, 2 ** 53 + 2, 8.64e15, 8.64e15 + 1, 1e308],
  ...[-1e308, 5e-324],
];
/** Each anew: nobody changes another's. @type {(() => any)[]} */
const ODD = [
  ...[() => null, () => true, () => false, () => [], () => ({}), () => [[]], () => [null]],
  ...[() => ({ toString: 1, valueOf: 1 }), () => [{ toString: 1 }, { toString: 2 }]],
  ...[() => JSON.parse('{"__proto__":{"a":1}}'), () => Array(300).fill("a"), () => nested(12)],
  () => ({ length: 5 }),
];
const DEEP = 20_000;

/** @param {number} depth @returns {any} */
function nested(depth) {
  return depth > 0 ? { a: nested(depth - 1) } : {};
}

/** @param {Chance} chance */
export function word(chance) {
  const kind = chance.whole(0, 3);
  if (kind < 2) {
    return chance.pick(WORDS);
  }
  if (kind === 2) {
    return chance.pick(WORDS).slice(0, 20) + chance.pick(WORDS).slice(0, 20);
  }
  const length = chance.pick([1, 2, 5, 20]);
  const most = chance.pick([0x7f, 0x3000, 0xffff]);
  return Array.from({ length }, () => String.fromCharCode(chance.whole(0, most))).join("");
}

/** @param {Chance} chance @returns {any} */
export function value(chance) {
  const kind = chance.whole(0, 2);
  if (kind === 0) {
    return word(chance);
  }
  return kind === 1 ? chance.pick(NUMBERS) : chance.pick(ODD)();
}

/** A text with a slip or two. @param {Chance} chance @param {string} text */
export function near(chance, text) {
  let changed = text;
  for (let slips = chance.whole(1, 3); slips > 0; slips -= 1) {
    const at = chance.whole(0, changed.length);
    const put = chance.pick(["", "", word(chance).slice(0, 30), changed.slice(0, at).slice(-5)]);
    changed = changed.slice(0, at) + put + changed.slice(at + chance.pick([0, 0, 1, 3]));
  }
  return changed;
}

/** As it should be, nearly so, or not at all. @param {Chance} chance @param {string} right */
export function odd(chance, right) {
  return chance.pick([() => right, () => near(chance, right), () => word(chance)])();
}

/** The same but for a few places in it. @template T @param {Chance} chance @param {T} document @returns {T} */
export function mutated(chance, document) {
  const changed = structuredClone(document);
  for (let times = chance.pick([1, 1, 1, 2, 4]); times > 0; times -= 1) {
    const places = placesIn(changed);
    if (places.length > 0) {
      const [holder, key] = chance.pick(places);
      change(chance, holder, key);
    }
  }
  return changed;
}

/** @param {any} holder @returns {[any, string][]} */
function placesIn(holder) {
  if (typeof holder !== "object" || holder === null) {
    return [];
  }
  return Object.keys(holder).flatMap((key) => [[holder, key], ...placesIn(holder[key])]);
}

/** @param {Chance} chance @param {any} holder @param {string} key */
function change(chance, holder, key) {
  const kind = chance.whole(0, 4);
  if (kind === 0) {
    delete holder[key];
  } else if (kind === 1) {
    define(holder, word(chance), value(chance));
  } else if (kind === 2 && typeof holder[key] === "string") {
    holder[key] = near(chance, holder[key]);
  } else if (kind === 3 && typeof holder[key] === "number") {
    holder[key] += chance.pick([-1, 1, 100, 0.5]);
  } else {
    holder[key] = value(chance);
  }
}

/** Also one called __proto__, as JSON has it. @param {any} holder @param {string} key @param {any} put */
function define(holder, key, put) {
  const property = { value: put, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(holder, Array.isArray(holder) ? String(holder.length) : key, property);
}

/** As JSON, most of the time whole. @param {Chance} chance @param {any} document */
export function text(chance, document) {
  const whole = JSON.stringify(document) ?? "";
  if (chance.any(0, 1) > 0.15) {
    return whole;
  }
  const at = chance.whole(0, whole.length);
  return chance.pick([
    ...["", "null", "[]", '""', "\ufeff" + whole, whole + "}", whole + whole, whole.slice(0, at)],
    ...[
      whole.slice(0, at) + word(chance) + whole.slice(at),
      "[".repeat(DEEP),
      '{"a":'.repeat(DEEP),
    ],
  ]);
}
