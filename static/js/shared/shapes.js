// What was kept on the device, looked at before it is believed.

const LATEST_MS = 8.64e15;

/**
 * Whether something has all parts of a shape: of an older version, or damaged, it may be anything.
 * @param {unknown} found
 * @param {Record<string, (value: any) => boolean>} shape
 */
export function fits(found, shape) {
  const parts = /** @type {Record<string, unknown> | null | undefined} */ (found);
  return (
    typeof parts === "object" &&
    parts !== null &&
    Object.entries(shape).every(([name, holds]) => holds(parts[name]))
  );
}

/** @param {unknown} value */
export function isMoment(value) {
  return isAmount(value) && Number(value) <= LATEST_MS;
}

/** @param {unknown} value */
export function isAmount(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
