// How large the digits of the clock are drawn where they are to be as large as they go: as tall as the
// display wants them, and narrower than their face where the screen is. Pure.

// Narrower than that nobody knows them from afar; then they are smaller.
const NARROWEST = 0.5;
// Of the height of the screen, so that word, figure and cue have room too.
const UPRIGHT = 0.29;
const LYING = 0.38;
// Of the shorter side; the bar is 0.4.
const ACROSS_A_ROOM = 0.41;

/**
 * How tall they are to be, in pixels.
 * @param {string} display
 * @param {{ width: number, height: number }} screen
 */
export function tallness(display, { width, height }) {
  if (display === "class") {
    return ACROSS_A_ROOM * Math.min(width, height);
  }
  return height * (width > height ? LYING : UPRIGHT);
}

/**
 * The size of the type in pixels, and how much narrower it is drawn.
 * @param {{ tall: number, wide: number }} drawn of the text, for a type of one pixel
 * @param {{ tall: number, room: number }} wanted in pixels
 */
export function fitted(drawn, wanted) {
  const size = wanted.tall / drawn.tall;
  const narrow = Math.min(1, wanted.room / (drawn.wide * size));
  return narrow < NARROWEST
    ? { size: wanted.room / (drawn.wide * NARROWEST), narrow: NARROWEST }
    : { size, narrow };
}
