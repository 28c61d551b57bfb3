// How many slips lie between two words: a letter too many, too few, another, or two changed round
// (optimal string alignment).

/**
 * @param {string} a
 * @param {string} b
 * @param {number} most more is not told apart
 * @returns {number}
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) {
    return most + 1;
  }
  /** @type {number[][]} */
  const rows = [[...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i += 1) {
    rows.push(nextRow(rows, a, b, i));
    if (Math.min(...rows[i]) > most) {
      return most + 1;
    }
  }
  return rows[a.length][b.length];
}

/** @param {number[][]} rows those before @param {string} a @param {string} b @param {number} i letters of a */
function nextRow(rows, a, b, i) {
  const row = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const other = Number(a[i - 1] !== b[j - 1]);
    const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    row.push(
      Math.min(
        rows[i - 1][j] + 1,
        row[j - 1] + 1,
        rows[i - 1][j - 1] + other,
        turned ? rows[i - 2][j - 2] + 1 : Infinity,
      ),
    );
  }
  return row;
}
