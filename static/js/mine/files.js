// How a file comes here: by the button, dropped on the page, opened with Limber, or handed over by
// another app through the worker.

import { takeUp } from "../shared/handed.js";

/** @typedef {(file: File | Blob) => void} Take */

/** @param {HTMLInputElement} field @param {Take} take what was chosen here @param {Take} ask what comes from elsewhere */
export function heedFiles(field, take, ask) {
  field.addEventListener("change", () => {
    all(field.files, take);
    // So that the same file can be chosen again.
    field.value = "";
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    all(event.dataTransfer?.files, take);
  });
  const { launchQueue } = /** @type {any} */ (globalThis);
  launchQueue?.setConsumer(async (/** @type {any} */ { files }) => {
    for (const handle of files) {
      ask(await handle.getFile());
    }
  });
  askOfHanded(ask);
}

/** @param {Take} ask */
async function askOfHanded(ask) {
  const file = await takeUp();
  if (file) {
    ask(file);
  }
}

/** @param {FileList | null | undefined} files @param {Take} take */
function all(files, take) {
  for (const file of files ?? []) {
    take(file);
  }
}
