// Degrees Celsius and Fahrenheit; `webapp/swim/degrees.py` does the same.

/** @param {number} celsius */
export function fahrenheit(celsius) {
  return (celsius * 9) / 5 + 32;
}

/** @param {number} degrees Fahrenheit */
export function celsius(degrees) {
  return ((degrees - 32) * 5) / 9;
}
