// Hands a text to whom the person chooses: by the system's own sheet, else to be pasted.

/** @typedef {"shared" | "copied" | "left" | "failed"} Shared `left`: the person closed the sheet */

/** What is to be said then; nothing where the system has said it. @param {Shared} done @param {Record<string, string>} words */
export function saying(done, { copied, unshared }) {
  return { copied, failed: unshared, shared: "", left: "" }[done];
}

/**
 * @param {string} text
 * @returns {Promise<Shared>}
 */
export async function share(text, { navigator } = globalThis) {
  if (navigator.share) {
    try {
      await navigator.share({ text });
      return "shared";
    } catch (fault) {
      if (fault instanceof DOMException && fault.name === "AbortError") {
        return "left";
      }
    }
  }
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    return "failed";
  }
}
