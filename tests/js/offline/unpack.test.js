import assert from "node:assert/strict";
import { test } from "node:test";
import { Bytes, CutOff, digest, hexDigest } from "../../../static/js/offline/worker/bytes.js";
import {
  Damaged,
  DRAWINGS,
  readManifest,
  Unknown,
  unpack,
} from "../../../static/js/offline/worker/unpack.js";
import { stream, text } from "./streams.js";

const HTML = { "content-type": "text/html; charset=utf-8" };
const PNG = { "content-type": "image/png" };

/** @typedef {{ path: string, headers: Record<string, string>, packed: string, whole: string }} Given */

/** A pack as the server writes it. @param {Given[]} given */
async function packed(given, format = 2) {
  const encoder = new TextEncoder();
  const lines = given.map(async ({ path, packed, whole }, i) => [
    path,
    i,
    encoder.encode(packed).length,
    await digest(encoder.encode(whole)),
  ]);
  const headers = given.map(({ headers }) => headers);
  const manifest = JSON.stringify({
    format,
    kind: "en",
    headers,
    entries: await Promise.all(lines),
  });
  const name = `en-${(await hexDigest(encoder.encode(manifest))).slice(0, 20)}`;
  return { name, file: `${manifest}\n${given.map(({ packed }) => packed).join("")}` };
}

/** @param {string} file @param {string} name @param {Record<string, string>} drawings */
async function taken(file, name, drawings = {}, cut = 7) {
  const bytes = new Bytes(stream(file, cut));
  const { manifest } = await readManifest(bytes, name);
  /** @type {import("../../../static/js/offline/worker/unpack.js").Entry[]} */
  const found = [];
  for await (const entry of unpack(bytes, manifest, drawings)) {
    found.push(entry);
  }
  return found;
}

const PAGE = {
  path: "/en/",
  headers: HTML,
  packed: "<p>{{figure:a.b}}é</p>",
  whole: "<p><i>é</p>",
};
const PICTURE = { path: "/p.png", headers: PNG, packed: "{{figure:a.b}}", whole: "{{figure:a.b}}" };

test("every entry comes with its headers, filled with its drawings; what is not text stays", async () => {
  const { name, file } = await packed([PAGE, PICTURE]);
  const found = await taken(file, name, { "a.b": "<i>" });
  assert.deepEqual(
    found.map(({ path, headers, body }) => [path, headers, text(body)]),
    [
      ["/en/", HTML, "<p><i>é</p>"],
      ["/p.png", PNG, "{{figure:a.b}}"],
    ],
  );
});

test("the shared pack brings its drawings along", async () => {
  const drawings = { path: DRAWINGS, headers: { "content-type": "application/json" } };
  const content = JSON.stringify({ "a.b": "<i>" });
  const { name, file } = await packed([{ ...drawings, packed: content, whole: content }, PAGE]);
  assert.equal(text((await taken(file, name))[1].body), "<p><i>é</p>");
});

test("a drawing that is not there, or another one, is damage", async () => {
  const { name, file } = await packed([PAGE]);
  await assert.rejects(taken(file, name), Damaged);
  await assert.rejects(taken(file, name, { "a.b": "<b>" }), Damaged);
});

test("one wrong byte anywhere is damage or cut off, and never an entry", async () => {
  const { name, file } = await packed([PAGE, PICTURE]);
  for (let at = 0; at < file.length; at += 1) {
    const wrong = `${file.slice(0, at)}${file[at] === "x" ? "y" : "x"}${file.slice(at + 1)}`;
    await assert.rejects(
      taken(wrong, name, { "a.b": "<i>" }),
      (/** @type {Error} */ error) => error.name === "Damaged" || error instanceof CutOff,
    );
  }
});

test("a pack of which the end is missing, or to which something is added, is cut off", async () => {
  const { name, file } = await packed([PAGE, PICTURE]);
  for (const wrong of [file.slice(0, -1), `${file}x`]) {
    await assert.rejects(taken(wrong, name, { "a.b": "<i>" }), CutOff);
  }
});

test("a pack of another name or of a format to come is not taken", async () => {
  const { name, file } = await packed([PAGE]);
  await assert.rejects(taken(file, name.replace(/.$/, "!")), Damaged);
  await assert.rejects(taken(file, "en"), Damaged);
  const later = await packed([PAGE], 3);
  await assert.rejects(taken(later.file, later.name), Unknown);
});
