import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Bytes,
  CutOff,
  digest,
  hexDigest,
  inTime,
} from "../../../static/js/offline/worker/bytes.js";
import { stream, text } from "./streams.js";

test("pieces come in the lengths that are asked for, however the stream is cut", async () => {
  for (const cut of [1, 2, 3, 7, 100]) {
    const bytes = new Bytes(stream("first line\nabcdefgh", cut));
    assert.equal(text(await bytes.line()), "first line");
    assert.equal(text(await bytes.take(0)), "");
    assert.equal(text(await bytes.take(3)), "abc");
    assert.equal(text(await bytes.take(5)), "defgh");
    await bytes.end();
  }
});

test("a stream that ends too soon is cut off, in a line as in a piece", async () => {
  await assert.rejects(new Bytes(stream("no end", 2)).line(), CutOff);
  await assert.rejects(new Bytes(stream("abc", 2)).take(4), CutOff);
});

test("nothing may follow the last piece", async () => {
  for (const cut of [1, 4, 5]) {
    const bytes = new Bytes(stream("abcde", cut));
    await bytes.take(4);
    await assert.rejects(bytes.end(), CutOff);
  }
});

test("what does not come in time is cut off", async () => {
  await assert.rejects(inTime(new Promise(() => undefined), 5), CutOff);
  assert.equal(await inTime(Promise.resolve(3), 5), 3);
});

test("digests begin as everybody's do", async () => {
  const empty = new Uint8Array(0);
  assert.equal((await hexDigest(empty)).slice(0, 16), "e3b0c44298fc1c14");
  assert.equal(await digest(empty), "47DEQpj8HBSa+/TImW+5JC");
});
