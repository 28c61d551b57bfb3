// A place as rescuers take it down: degrees with five decimals, about one metre.

const DECIMALS = 5;
// Read from left to right also in an Arabic sentence.
const [ISOLATE, END] = ["\u2066", "\u2069"];

/** Latin digits in every language: they are read out to somebody who writes them down. @param {{ latitude: number, longitude: number }} place in degrees */
export function coordinates({ latitude, longitude }) {
  const north = `${Math.abs(latitude).toFixed(DECIMALS)}° ${latitude < 0 ? "S" : "N"}`;
  const east = `${Math.abs(longitude).toFixed(DECIMALS)}° ${longitude < 0 ? "W" : "E"}`;
  return `${ISOLATE}${north}, ${east}${END}`;
}
