// The routines that were published from this device: to be changed, and to be shared once more.

import { copy, part, write } from "../shared/parts.js";
import { allPublications, spoken } from "../shared/published.js";
import { fill } from "../shared/words.js";

/** @typedef {import("../shared/published.js").Publication} Publication */

/** @param {Record<string, string>} words @param {{ edit: (of: Publication) => void, share: (of: Publication) => void }} edge */
export async function showYours(words, { edit, share }) {
  const all = await allPublications();
  part("yours").hidden = all.length === 0;
  part("published").replaceChildren(
    ...all.map((publication) => {
      const row = copy("publication-row");
      const name = publication.title;
      write("row-title", name, row);
      write("row-code", spoken(publication.code), row);
      part("row-edit", row).setAttribute("aria-label", fill(words.open, { name }));
      part("row-share", row).setAttribute("aria-label", fill(words.share, { name }));
      part("row-edit", row).addEventListener("click", () => edit(publication));
      part("row-share", row).addEventListener("click", () => share(publication));
      return row;
    }),
  );
}
