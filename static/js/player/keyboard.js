// Space pauses, the arrows skip and go back, the way the page reads; ? lists the keys.

/**
 * Nothing for a key that is held down, or one of the browser's own such as Alt and an arrow.
 * @param {Pick<KeyboardEvent, "key" | "repeat" | "altKey" | "ctrlKey" | "metaKey">} event
 * @param {string} direction of the page
 * @returns {"pause" | "skip" | "back" | "keys" | null}
 */
export function action({ key, repeat, altKey, ctrlKey, metaKey }, direction) {
  const [forward, backward] =
    direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  /** @type {Map<string, "pause" | "skip" | "back" | "keys">} */
  const keys = new Map([
    [" ", "pause"],
    [forward, "skip"],
    [backward, "back"],
    ["?", "keys"],
  ]);
  if (repeat || altKey || ctrlKey || metaKey) {
    return null;
  }
  return keys.get(key) ?? null;
}
