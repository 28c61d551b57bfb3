// Searching and adding are htmx's, at the elements that ask; here is what becomes of the answers.

import { part, write } from "../shared/parts.js";

/**
 * @typedef {{ added: (row: HTMLElement) => void, mayAdd: () => boolean, failed: () => void }} Hearer
 * @typedef {{ sourceElement: HTMLElement, target?: Element, request: { headers: Record<string, string> } }} Asking
 */

/** @param {Hearer} hearer @param {Record<string, string>} words */
export function heed(hearer, words) {
  on("htmx:config:request", ({ request }) => {
    // It would hand over what stands after # in the address: the secret of an edit link.
    delete request.headers["HX-Current-URL"];
  });
  // Those that wait for each other are asked one by one, when the one before has come.
  on("htmx:before:request", ({ sourceElement }, event) => {
    if (isAdding(sourceElement) && !hearer.mayAdd()) {
      event.preventDefault();
    }
  });
  on("htmx:after:swap", ({ sourceElement }) => {
    part("unfound").hidden = true;
    // In place of a button that is gone, htmx names what came: there one goes on.
    if (sourceElement.matches("#results > ul")) {
      part("add", sourceElement).focus();
    }
    if (isAdding(sourceElement)) {
      hearer.added(/** @type {HTMLElement} */ (document.getElementById("steps")?.lastElementChild));
    }
  });
  for (const name of ["htmx:error", "htmx:response:error"]) {
    on(name, ({ sourceElement }) => {
      if (isAdding(sourceElement)) {
        hearer.failed();
      } else {
        part("unfound").hidden = false;
        write("unfound", words.unfound);
      }
    });
  }
}

/** Looks for what is typed and chosen, without waiting for another sign. */
export function find() {
  const isAsked = part("library").querySelector("[data-add], .build-none") !== null;
  if (!isAsked) {
    document.getElementById("search")?.dispatchEvent(new Event("find"));
  }
}

/** @param {HTMLElement} element */
function isAdding({ dataset }) {
  return dataset.add !== undefined;
}

/** @param {string} name @param {(ctx: Asking, event: Event) => void} act */
function on(name, act) {
  document.addEventListener(name, (event) => {
    const { ctx } = /** @type {CustomEvent<{ ctx?: Asking }>} */ (event).detail;
    if (ctx) {
      act(ctx, event);
    }
  });
}
