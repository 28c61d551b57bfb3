// Space pauses, the arrows skip and go back, the way the page reads.

/**
 * Nothing for a key that is held down, or one of the browser's own such as Alt and an arrow.
 * @param {Pick<KeyboardEvent, "key" | "repeat" | "altKey" | "ctrlKey" | "metaKey">} event
 * @param {"ltr" | "rtl"} direction of the page
 * @returns {"pause" | "skip" | "back" | null}
 */
export function action({ key, repeat, altKey, ctrlKey, metaKey }, direction) {
  const [forward, backward] =
    direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  if (repeat || altKey || ctrlKey || metaKey) {
    return null;
  }
  if (key === " ") {
    return "pause";
  }
  if (key === forward) {
    return "skip";
  }
  return key === backward ? "back" : null;
}
