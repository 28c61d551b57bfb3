import assert from "node:assert/strict";
import { test } from "node:test";

import {
  codeIn,
  isPossible,
  linksOf,
  missing,
  MOST_CODES,
  MOST_LINK,
  take,
  taken,
  textIn,
} from "../../../../static/js/journal/device/codes.js";
import { MOST_BYTES } from "../../../../static/js/journal/device/file.js";
import { squaresOf } from "../../../../static/js/journal/later/qr.js";
import { decodeQR } from "../../../../static/vendor/qr/decode.js";
import { keeps } from "../../shared/device.js";
import { HOUR, NOW } from "./data.js";

const PAGE = "https://limber.example/zh-hans/journal/";
// What cannot be made smaller.
const NOISE = noise(2600);

/** @param {string[]} links */
function read(links, store = keeps()) {
  const codes = links.map((link) => codeIn(new URL(link).hash));
  return codes.map((code) => code && take(code, store, NOW)).at(-1);
}

test("a file goes into a few links, in whatever order they are read, and comes out the same", async () => {
  assert.ok(isPossible());
  const links = (await linksOf(NOISE, PAGE)) ?? [];
  assert.ok(links.length > 2 && links.length <= MOST_CODES);
  assert.ok(links.every((link) => link.length <= MOST_LINK));
  const store = keeps();
  const [first, ...rest] = [...links].reverse();
  const begun = read([first, first], store);
  assert.equal(begun && missing(begun), links.length - 1);
  const all = read(rest, store);
  assert.equal(all && missing(all), 0);
  assert.equal(all && (await textIn(all)), NOISE);
});

test("a short one is a single code, with signs of every script", async () => {
  const text = JSON.stringify({ title: "游泳之后 بعد السباحة" });
  const links = (await linksOf(text, PAGE)) ?? [];
  assert.equal(links.length, 1);
  const all = read(links);
  assert.equal(all && (await textIn(all)), text);
});

test("too much for codes is told", async () => {
  assert.equal(await linksOf(noise(6000), PAGE), null);
});

test("what is no code of ours is none", () => {
  for (const hash of [
    ...[
      "",
      "#device",
      "#take=",
      "#take=1.1.abcdefgh.",
      "#take=0.1.abcdefgh.x",
      "#take=2.1.abcdefgh.x",
    ],
    ...["#take=1.9.abcdefgh.x", "#take=1.1.short.x", "#take=1.1.abcdefgh.<b>"],
    `#take=1.1.abcdefgh.${"x".repeat(601)}`,
  ]) {
    assert.equal(codeIn(hash), null, hash);
  }
});

test("codes of another file begin anew, and a day later nobody goes on", async () => {
  const store = keeps();
  const [one] = (await linksOf(NOISE, PAGE)) ?? [];
  const [other] = (await linksOf(`${NOISE}!`, PAGE)) ?? [];
  read([one], store);
  const all = read([other], store);
  assert.equal(Object.keys(all?.parts ?? {}).length, 1);
  assert.deepEqual(taken(store, NOW + 23 * HOUR), all);
  assert.equal(taken(store, NOW + 25 * HOUR), null);
  assert.equal(taken(keeps({ "limber.take": '{"parts":1}' }), NOW), null);
  const torn = { id: "abcdefgh", of: 2, at: NOW, parts: null };
  assert.equal(taken(keeps({ "limber.take": JSON.stringify(torn) }), NOW), null);
});

test("parts that do not belong together are none", async () => {
  const links = (await linksOf(NOISE, PAGE)) ?? [];
  const all = read(links);
  assert.ok(all);
  assert.equal(await textIn({ ...all, parts: { ...all.parts, 1: all.parts[2] } }), null);
  assert.equal(await textIn({ ...all, id: "00000000" }), null);
});

test("however often the same stands in them, codes make no more than a file may be", async () => {
  const most = " ".repeat(3_000_000);
  const all = read((await linksOf(most, PAGE)) ?? []);
  assert.equal(all && (await textIn(all))?.length, most.length);
  assert.equal(await linksOf(" ".repeat(MOST_BYTES), PAGE), null);
});

test("a camera reads the link off what is drawn", async () => {
  const links = (await linksOf(NOISE, PAGE)) ?? [];
  for (const link of links.slice(0, 2)) {
    assert.equal(decodeQR(pictureOf(squaresOf(link))), link);
  }
});

/** As a camera has it: four dots to a square. @param {boolean[][]} squares */
function pictureOf(squares, dots = 4) {
  const width = squares.length * dots;
  const data = new Uint8Array(4 * width * width).fill(255);
  for (let i = 0; i < width * width; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)].map((each) => Math.floor(each / dots));
    if (squares[y][x]) {
      data.fill(0, 4 * i, 4 * i + 3);
    }
  }
  return { width, height: width, data };
}

/** @param {number} length */
function noise(length) {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(33 + ((state >>> 16) % 90));
  }).join("");
}
