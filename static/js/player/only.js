// One session at a time on a device: two would count over each other.

/** Who holds this lock is in the middle of a session; the worker asks for it too. */
export const SESSION = "limber.session";

/**
 * Claims the device for this tab until it lets go or is closed. A browser without locks lets every
 * tab run.
 * @param {{ granted: () => void, refused: () => void }} answer
 * @returns {() => void} lets go
 */
export function claim({ granted, refused }, { locks } = globalThis.navigator) {
  /** @type {() => void} */
  let release = () => undefined;
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  if (!locks) {
    granted();
  }
  locks?.request(SESSION, { ifAvailable: true }, (lock) => {
    (lock ? granted : refused)();
    return lock ? held : undefined;
  });
  return release;
}
