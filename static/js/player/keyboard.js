// Space pauses, the arrows skip and go back, the way the page reads.

/**
 * @param {string} key as in KeyboardEvent.key
 * @param {"ltr" | "rtl"} direction of the page
 * @returns {"pause" | "skip" | "back" | null}
 */
export function action(key, direction) {
  const [forward, backward] =
    direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  if (key === " ") {
    return "pause";
  }
  if (key === forward) {
    return "skip";
  }
  return key === backward ? "back" : null;
}
