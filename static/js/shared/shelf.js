// What this device keeps in its database, by the first word of its keys. Whatever the browser does
// (refuses, is full, does not answer), who asks gets an answer and no exception.

import { createStore, del, promisifyRequest, set } from "../../vendor/idb-keyval/dist/index.js";

/**
 * Where a browser keeps things, by key.
 * @typedef {object} Shelf
 * @property {(key: IDBValidKey, value: object) => Promise<void>} set
 * @property {(key: IDBValidKey) => Promise<void>} del
 * @property {() => Promise<unknown[]>} all values whose key begins with the shelf's word
 */

// A database that another tab holds up may never answer; nobody waits for a list any longer.
const PATIENCE_MS = 3000;

/** All of it. Opened when it is first asked, so where there is no IndexedDB only the question fails. */
export function openDatabase() {
  return createStore("limber", "journal");
}

/** @param {string} word with which the keys begin @returns {Shelf} */
export function deviceShelf(word) {
  const store = openDatabase();
  return {
    set: (key, value) => set(key, value, store),
    del: (key) => del(key, store),
    all: () =>
      store("readonly", (kept) =>
        // Of keys, a list comes after every number.
        promisifyRequest(kept.getAll(IDBKeyRange.bound([word], [word, []]))),
      ),
  };
}

/** @param {() => Promise<void>} act @returns {Promise<boolean>} whether it was done */
export function done(act) {
  return ask(async () => {
    await act();
    return true;
  }, false);
}

/**
 * What the browser answers, or what stands for it.
 * @template T
 * @param {() => Promise<T>} question
 * @param {T} otherwise
 * @param {number} patience in milliseconds
 */
export async function ask(question, otherwise, patience = PATIENCE_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(reject, patience);
  });
  try {
    return /** @type {T} */ (await Promise.race([question(), silence]));
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
