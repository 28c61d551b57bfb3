// One session at a time on a device: two would count over each other.

const NAME = "limber.session";

/**
 * Claims the device for this tab until it is closed; `refuse` is called when another tab has it. A
 * browser without locks lets every tab run.
 * @param {() => void} refuse
 */
export function claim(refuse, { locks } = globalThis.navigator) {
  locks?.request(NAME, { ifAvailable: true }, (lock) => {
    if (!lock) {
      refuse();
      return undefined;
    }
    return new Promise(() => undefined); // for as long as the tab lives
  });
}
