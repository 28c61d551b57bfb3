// Hands a text to whom the person chooses: by the system's own sheet, else to be pasted.

/**
 * @param {string} text
 * @returns {Promise<"shared" | "copied" | "left" | "failed">} `left`: the person closed the sheet
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
