// A stream of bytes, read in pieces of the lengths that are asked for; and the digests of pieces.

const LINE_END = 10;
// A server that froze sends nothing more, and says nothing of it.
const PATIENCE_MS = 20_000;
// So much of a digest stands in a manifest, as webapp/offline/packs.py writes it.
const PROOF_SIGNS = 22;

/** The stream ended too soon, or is longer than it should be. */
export class CutOff extends Error {}

export class Bytes {
  #reader;
  /** What has come and was not yet asked for. @type {Uint8Array<ArrayBuffer>} */
  #rest = new Uint8Array(0);

  /** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
  constructor(stream) {
    this.#reader = stream.getReader();
  }

  /** The next line, without its end. */
  async line() {
    let end = this.#rest.indexOf(LINE_END);
    while (end < 0) {
      await this.#more();
      end = this.#rest.indexOf(LINE_END);
    }
    const line = this.#rest.slice(0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  /** @param {number} length */
  async take(length) {
    while (this.#rest.length < length) {
      await this.#more();
    }
    const taken = this.#rest.slice(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  /** Makes sure that nothing follows. */
  async end() {
    const { done } = this.#rest.length ? { done: false } : await inTime(this.#reader.read());
    if (!done) {
      throw new CutOff();
    }
  }

  /** Nothing more is wanted. */
  cancel() {
    return this.#reader.cancel();
  }

  async #more() {
    const { done, value } = await inTime(this.#reader.read());
    if (done) {
      throw new CutOff();
    }
    const longer = new Uint8Array(this.#rest.length + value.length);
    longer.set(this.#rest);
    longer.set(value, this.#rest.length);
    this.#rest = longer;
  }
}

/**
 * What is promised, unless it takes too long.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
export async function inTime(promise, patience = PATIENCE_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new CutOff()), patience);
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, silence]));
  } finally {
    clearTimeout(timer);
  }
}

/** @param {BufferSource} bytes @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** As it ends the names of packs. @param {BufferSource} bytes */
export async function hexDigest(bytes) {
  return Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** As it stands in manifests. @param {BufferSource} bytes */
export async function digest(bytes) {
  return btoa(String.fromCharCode(...(await sha256(bytes)))).slice(0, PROOF_SIGNS);
}
