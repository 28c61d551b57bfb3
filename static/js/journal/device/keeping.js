// Reads and writes all that is on this device: every change as a whole, or none of it.

import { KEYS, RECORDS, STAYING_RECORDS } from "../../shared/device_data.js";
import { deviceStore } from "../../shared/screen.js";
import { openDatabase } from "../../shared/shelf.js";

/**
 * @typedef {import("./file.js").Data} Data
 * @typedef {import("./merge.js").Changes} Changes
 * @typedef {Data & { unreadable: number }} Kept `unreadable`: so many records are damaged
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Store
 */

const PREFIX = "limber.";

const database = openDatabase();

/** @param {import("../../shared/screen.js").Store} store @returns {Promise<Kept>} rejects where the device cannot be read */
export async function everything(store = deviceStore(), now = Date.now()) {
  const all = await allRecords();
  const lists = RECORDS.map(({ name, word, isRight }) => [
    name,
    all.filter(([[first], value]) => first === word && isRight(value)).map(([, value]) => value),
  ]);
  const records = Object.fromEntries(lists);
  const staying = all.filter(([[first]]) => STAYING_RECORDS.includes(String(first)));
  const read = lists.reduce((sum, [, list]) => sum + list.length, staying.length);
  const values = KEYS.map((row) => [row.name, row.read(store, now)]);
  const settings = Object.fromEntries(values.filter(([, value]) => value !== null));
  return { records, settings, unreadable: all.length - read };
}

/** @returns {Promise<[IDBValidKey[], any][]>} */
function allRecords() {
  return database("readonly", async (kept) => {
    const [keys, values] = await Promise.all([answer(kept.getAllKeys()), answer(kept.getAll())]);
    return keys.map((key, i) => [[key].flat(), values[i]]);
  });
}

/**
 * Makes all of the changes; where one fails, none, and it rejects.
 * @param {Changes} changes
 * @returns {Promise<Changes>} what undoes them
 */
export async function apply({ records, keys }, store = /** @type {Store} */ (deviceStore())) {
  const before = {
    records: await replace(records),
    keys: keys.map(([key]) => /** @type {[string, string | null]} */ ([key, store.getItem(key)])),
  };
  try {
    put(keys, store);
  } catch (fault) {
    put(before.keys, store);
    await replace(before.records);
    throw fault;
  }
  return before;
}

/** @param {Changes["keys"]} keys @param {Store} store */
function put(keys, store) {
  for (const [key, text] of keys) {
    if (text === null) {
      store.removeItem(key);
    } else {
      store.setItem(key, text);
    }
  }
}

/** In one transaction. @param {Changes["records"]} records @returns {Promise<Changes["records"]>} as they were */
function replace(records) {
  return database("readwrite", async (kept) => {
    const over = finished(kept.transaction);
    const reading = records.map(async ([key]) => [key, await answer(kept.get(key))]);
    const before = Promise.all(reading);
    try {
      for (const [key, value] of records) {
        if (value === undefined) {
          kept.delete(key);
        } else {
          kept.put(value, key);
        }
      }
    } catch (fault) {
      kept.transaction.abort();
      await Promise.allSettled([over, before]);
      throw fault;
    }
    const [, found] = await Promise.allSettled([over, before]);
    await over; // why it failed, if it did
    return /** @type {any} */ (found).value;
  });
}

/** Takes away all that Limber keeps of a person on this device, also what the table does not know. */
export async function clear(storages = [localStorage, sessionStorage]) {
  await database("readwrite", (kept) => {
    kept.clear();
    return finished(kept.transaction);
  });
  for (const storage of storages) {
    for (const key of ours(storage)) {
      storage.removeItem(key);
    }
  }
}

/** What is still here, looked at anew: nothing, after all was cleared. */
export async function left(storages = [localStorage, sessionStorage]) {
  const all = await allRecords();
  return all.length + storages.flatMap(ours).length;
}

/** @param {Storage} storage */
function ours(storage) {
  return Object.keys(storage).filter((key) => key.startsWith(PREFIX));
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Only then it is really kept. @param {IDBTransaction} transaction @returns {Promise<void>} */
function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
