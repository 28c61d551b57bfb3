// Unpacks a pack as the worker does; writes what it finds, a line for each entry.
//   node unpack.js NAME FILE [FILE WITH DRAWINGS]

import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { Bytes } from "../../static/js/offline/worker/bytes.js";
import { readManifest, unpack } from "../../static/js/offline/worker/unpack.js";

const [name, file, table] = process.argv.slice(2);
const drawings = table ? JSON.parse(await readFile(table, "utf-8")) : {};
const bytes = new Bytes((await openAsBlob(file)).stream());
const { manifest } = await readManifest(bytes, name);
for await (const { path, headers, body } of unpack(bytes, manifest, drawings)) {
  console.log(JSON.stringify({ path, headers, body: Buffer.from(body).toString("base64") }));
}
