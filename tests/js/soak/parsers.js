// Every parser of what comes from outside in the browser's modules: what it is given, and what must be
// true of whatever it makes of that. Nothing may be thrown but what a parser declares.

import assert from "node:assert/strict";

import { arrivalOf } from "../../../static/js/build/arrival.js";
import { wholeOf } from "../../../static/js/build/fields.js";
import { ask } from "../../../static/js/build/api.js";
import * as exercises from "../../../static/js/exercises/filters.js";
import { value as typedAmount } from "../../../static/js/hydration/fields.js";
import { codeIn, missing, take, taken, textIn } from "../../../static/js/journal/device/codes.js";
import { readText as readDevice, written } from "../../../static/js/journal/device/file.js";
import { changes, isEmpty, plan } from "../../../static/js/journal/device/merge.js";
import * as journal from "../../../static/js/journal/filters.js";
import { isHanded, takeHanded } from "../../../static/js/offline/worker/handed.js";
import { Bytes, CutOff, hexDigest } from "../../../static/js/offline/worker/bytes.js";
import {
  Damaged,
  readManifest,
  Unknown,
  unpack,
} from "../../../static/js/offline/worker/unpack.js";
import { readVersion } from "../../../static/js/offline/worker/version.js";
import { recent } from "../../../static/js/search/recent.js";
import { find, indexed } from "../../../static/js/search/rank.js";
import { choice } from "../../../static/js/swim/choice.js";
import { retype } from "../../../static/js/shared/amounts.js";
import { codeOf } from "../../../static/js/shared/codes.js";
import { readBefore, readDraft } from "../../../static/js/shared/draft.js";
import { number, parseNumber } from "../../../static/js/shared/numbers.js";
import { faults } from "../../../static/js/shared/routine.js";
import {
  fileName,
  readText as readRoutine,
  textOf,
} from "../../../static/js/shared/routine_file.js";
import { marks } from "../../../static/js/shared/screen.js";
import { OFFERED } from "../exercises/library.js";
import { device, NOW, whole } from "../journal/device/data.js";
import { CATALOG, ROUTINE } from "../shared/catalogs.js";
import { keeps } from "../shared/device.js";
import { mutated, odd, text, word } from "./odd.js";

/**
 * @typedef {import("../shared/random.js").Chance} Chance
 * @typedef {{ make: (chance: Chance) => any, read: (given: any) => unknown }} Parser `read` gives a word
 *   for what became of it, and throws where that is wrong
 */

const LOCALES = ["en", "de", "fr", "es", "ar-u-nu-arab", "zh-Hans"];
const CODE = "0123456789";
const SECRET = "s".repeat(22);
const PAGE = "https://limber.example";
// The last begins the digest of the bytes that follow, as manifests have it.
const ENTRY = ["/en/", 0, 3, "ungWv48Bz+pBQUDeXa4iI7"];
const MANIFEST = { format: 2, headers: [{ "content-type": "text/html" }], entries: [ENTRY] };
const PACK = `${JSON.stringify(MANIFEST)}\nabc`;
const DRAFT = { routine: ROUTINE, link: null, own: "", from: "", secret: "" };
const VERSION = {
  shared: { name: "shared-1", stored: 1, count: 1, download: 1 },
  languages: { en: { name: "en-1", stored: 1, count: 1, download: 1 } },
  corrections: [{ number: 1, covers: ["routines/desk"] }],
};
const SAVED = { code: CODE, version: 1, changed: NOW, routine: ROUTINE };
const INDEX = indexed([
  {
    kind: "routine",
    address: "",
    title: "Cat-cow",
    about: "For a stiff back",
    names: ["猫牛"],
    elsewhere: "katze chat",
    marks: "",
  },
  {
    kind: "help",
    address: "",
    title: "A cramp",
    about: "Now",
    names: ["تشنج"],
    elsewhere: "",
    marks: "",
  },
]);

/** @param {Chance} chance */
const numeral = (chance) =>
  odd(chance, chance.pick(["12", "1,5", "1.234,5", "٣٫٥", "−7", "1 000", ".5"]));
/** @param {Chance} chance @param {string[]} wholes */
const hash = (chance, ...wholes) => odd(chance, chance.pick(wholes));
/** @param {any} body */
const answering = (body) => /** @type {any} */ ({ fetch: async () => new Response(body) });

/** @type {Record<string, Parser>} */
export const PARSERS = {
  "routine files": {
    make: (chance) => text(chance, mutated(chance, ROUTINE)),
    read: (given) => {
      const { routine, faults: wrong } = readRoutine(given, CATALOG);
      assert.equal(routine === null, wrong.length > 0);
      assert.ok(
        wrong.every(({ field, why }) => typeof field === "string" && typeof why === "string"),
      );
      if (routine) {
        assert.deepEqual(faults(routine, CATALOG), []);
        assert.deepEqual(readRoutine(textOf(routine), CATALOG).routine, routine);
        assert.match(fileName(routine.title), /^[^/\\:]{1,60}\.limber\.json$/);
      }
      return routine ? "taken" : "refused";
    },
  },
  "device files": {
    make: (chance) => {
      const data = chance.pick([whole(), device(chance)]);
      const file = JSON.parse(written(data, new Date(NOW)));
      return text(chance, mutated(chance, file));
    },
    read: (given) => {
      const { data, faults: wrong } = readDevice(given, NOW);
      assert.equal(data === null, wrong.length > 0);
      if (data) {
        const again = readDevice(written(data, new Date(NOW)), NOW);
        assert.deepEqual(again.data, data);
        const planned = plan(whole(), data);
        changes(planned, true);
        assert.ok(isEmpty(plan(data, data)));
      }
      return data ? "taken" : "refused";
    },
  },
  "codes of a device": {
    make: (chance) => ({
      hash: hash(
        chance,
        `#take=1.1.abcdefgh.${word(chance)}`,
        "#take=2.8.abcdefgh.AAAA",
        "#take=1.1.47DEQpj8.AwA",
      ),
      kept: text(chance, mutated(chance, { id: "abcdefgh", of: 2, at: NOW, parts: { 1: "AAAA" } })),
    }),
    read: async ({ hash: given, kept }) => {
      const [code, store] = [codeIn(given), keeps({ "limber.take": kept })];
      const before = taken(store, NOW);
      if (before) {
        assert.ok(Number.isInteger(missing(before)));
        await textIn(before);
      }
      const all = code && take(code, store, NOW);
      const found = all && (await textIn(all));
      assert.ok(found === null || typeof found === "string");
      return code ? "a code" : "none";
    },
  },
  "builder addresses": {
    make: (chance) => hash(chance, `#${CODE}.${SECRET}`, "#own.a1", "#from.desk", `#copy.${CODE}`),
    read: (given) => {
      const found = arrivalOf(given);
      const names = found?.kind === "edit" ? [found.code, found.secret] : [found?.name ?? "a"];
      assert.ok(
        names.every((each) => /^[\w-]{1,128}$/.test(each)),
        String(names),
      );
      return found?.kind ?? "none";
    },
  },
  "library addresses": {
    make: (chance) => hash(chance, "#q=cat&region=hips,legs&position=standing", "#time=2", "#main"),
    read: (given) => {
      const filter = exercises.parse(given, OFFERED);
      assert.deepEqual(exercises.parse(`#${exercises.format(filter)}`, OFFERED), filter);
      return exercises.isFilter(given, OFFERED) ? "a filter" : "none";
    },
  },
  "journal addresses": {
    make: (chance) =>
      hash(chance, "#kind=own&name=own/a1&pain=1&period=30&day=2026-05-09", "#day=2026-02-30"),
    read: (given) => {
      const filter = journal.parse(given);
      assert.deepEqual(journal.parse(`#${journal.format(filter)}`), filter);
      return journal.isFilter(given) ? "a filter" : "none";
    },
  },
  "what apps hand over": {
    make: (chance) => ({
      method: chance.pick(["POST", "POST", "GET"]),
      url: odd(chance, `${PAGE}/en/mine/`),
      referrer: odd(
        chance,
        chance.pick(["", "about:client", `${PAGE}/en/`, "https://evil.example/"]),
      ),
      body: odd(
        chance,
        '--x\r\nContent-Disposition: form-data; name="routine"; filename="a"\r\n\r\n{}\r\n--x--\r\n',
      ),
      type: odd(chance, "multipart/form-data; boundary=x").replace(/[^\x20-\x7e]/g, ""),
    }),
    read: async ({ body, type, ...request }) => {
      const isTaken = isHanded(request, PAGE);
      assert.ok(!isTaken || (request.method === "POST" && request.url.startsWith(PAGE)));
      const { url } =
        request.url.startsWith(PAGE) && URL.canParse(request.url) ? request : { url: PAGE };
      const sent = new Response(body, { headers: { "Content-Type": type } });
      const form = /** @type {any} */ ({ url, formData: () => sent.formData() });
      const caches = /** @type {any} */ ({ open: async () => ({ put: async () => undefined }) });
      assert.equal((await takeHanded(form, { caches })).status, 303);
      return isTaken ? "taken" : "left";
    },
  },
  "typed codes": {
    make: (chance) =>
      odd(chance, chance.pick([CODE, "01234-56789", "٠١٢٣٤٥٦٧٨٩", `${PAGE}/r/${CODE}`])),
    read: (given) => {
      const code = codeOf(given);
      assert.ok(code === "" || (/^[0-9a-z]{10}$/.test(code) && codeOf(code) === code));
      return code ? "a code" : "none";
    },
  },
  "typed numbers": {
    make: (chance) => ({ typed: numeral(chance), locale: chance.pick(LOCALES) }),
    read: ({ typed, locale }) => {
      const found = parseNumber(typed, locale);
      assert.ok(found === null || Number.isFinite(found));
      assert.ok(Number.isInteger(wholeOf(typed)));
      const rule = { quantity: /** @type {const} */ ("volume"), low: 1, high: 5000, wrong: "" };
      const kept = typedAmount(typed, rule, { unit: "us", locale, names: /** @type {any} */ ({}) });
      assert.ok(kept === undefined || (Number(kept) >= 0.99 && Number(kept) <= 5001));
      retype("weight", typed, { from: "us", to: "metric", locale });
      if (found !== null && Math.abs(found) < 1e12) {
        const again = Number(parseNumber(number(found, locale), locale));
        assert.ok(Math.abs(again - found) < 0.001, `${again} for ${found}`);
      }
      return found === null ? "none" : "a number";
    },
  },
  "typed searches": {
    make: (chance) =>
      odd(chance, chance.pick(["cat cow", "stiff back", "猫牛式", "تشنج", "l'eau"])),
    read: (given) => (find(INDEX, given).length > 0 ? "found" : "none"),
  },
  drafts: {
    make: (chance) => text(chance, mutated(chance, chance.pick([DRAFT, [DRAFT, DRAFT]]))),
    read: (given) => {
      const store = keeps({ "limber.draft": given, "limber.draft.before": given });
      const found = [readDraft(store) ?? [], readBefore(store)].flat();
      for (const { routine } of found) {
        assert.ok(faults(routine, CATALOG).every(({ field }) => typeof field === "string"));
      }
      return found.length > 0 ? "taken" : "refused";
    },
  },
  "kept choices": {
    make: (chance) =>
      text(chance, mutated(chance, { theme: "dark", day: 1, celsius: 14, wetsuit: "yes" })),
    read: (given) => {
      const store = keeps({
        "limber.screen": given,
        "limber.swim": given,
        "limber.searches": given,
      });
      assert.ok(Object.values(marks(store)).every((each) => typeof each === "string"));
      const { celsius } = choice(store, NOW);
      assert.ok(celsius === null || Number.isFinite(celsius));
      assert.ok(recent(store).every((each) => typeof each === "string"));
      return "read";
    },
  },
  "version files": {
    make: (chance) => text(chance, mutated(chance, VERSION)),
    read: async (given) => ((await readVersion(answering(given))) ? "taken" : "refused"),
  },
  "answers of the server": {
    make: (chance) => text(chance, mutated(chance, SAVED)),
    read: async (given) => {
      const { status, body } = await ask("GET", `/${CODE}`, {}, answering(given));
      assert.ok(
        status === 0 || faults(body.routine, CATALOG).every(({ why }) => typeof why === "string"),
      );
      return status === 0 ? "refused" : "taken";
    },
  },
  packs: {
    make: (chance) => ({ sent: odd(chance, PACK), name: odd(chance, "pack-en") }),
    read: ({ sent, name }) => unpacked(sent, name),
  },
};

/** A name that is right proves the manifest as it was written. @param {string} sent @param {string} name */
async function unpacked(sent, name) {
  const [line] = PACK.split("\n");
  const proven = `${name}-${await hexDigest(new TextEncoder().encode(line))}`;
  const bytes = new Bytes(/** @type {any} */ (new Blob([sent]).stream()));
  try {
    const { manifest } = await readManifest(bytes, proven);
    for await (const { body } of unpack(bytes, manifest)) {
      assert.ok(body instanceof Uint8Array);
    }
    return "taken";
  } catch (error) {
    const isDeclared = [Damaged, Unknown, CutOff].some((kind) => error instanceof kind);
    if (!isDeclared) {
      throw error;
    }
    return "refused";
  }
}
