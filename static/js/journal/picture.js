// The picture of a week: paper and ink, a large number, seven bars. Drawn with the device's own face.

export const SIZE = /** @type {const} */ ([1080, 1350]);

const PAPER = "#fbfaf7";
const INK = "#14171c";
const QUIET = "#8b8e94";
const MARGIN = 96;
// Where the bars stand, and how high the highest is.
const FLOOR = 1130;
const HIGHEST = 440;
// The shortest day of a bar that is as high as can be.
const LEAST_SECONDS = 1800;
const GAP = 0.3;

/**
 * @typedef {{
 *   title: string, number: string, unit: string, sessions: string, names: string[], days: number[],
 *   isRtl: boolean, face: string,
 * }} Facts `days` the seconds of each
 */

/** @param {CanvasRenderingContext2D} paper @param {Facts} facts */
export function draw(paper, facts) {
  const [width, height] = SIZE;
  paper.fillStyle = PAPER;
  paper.fillRect(0, 0, width, height);
  paper.direction = facts.isRtl ? "rtl" : "ltr";
  drawHead(paper, facts);
  drawBars(paper, facts);
  write(paper, "Limber", {
    x: MARGIN,
    y: height - 72,
    size: 40,
    face: facts.face,
    weight: 800,
    align: "left",
  });
}

/** @param {CanvasRenderingContext2D} paper @param {Facts} facts */
function drawHead(paper, { title, number, unit, sessions, isRtl, face }) {
  const x = isRtl ? SIZE[0] - MARGIN : MARGIN;
  const at = { x, face, align: /** @type {CanvasTextAlign} */ ("start") };
  write(paper, title, { ...at, y: 150, size: 52, weight: 600 });
  write(paper, number, { ...at, y: 420, size: 280, weight: 800 });
  const beside = paper.measureText(number).width + 36;
  write(paper, unit, { ...at, x: isRtl ? x - beside : x + beside, y: 420, size: 84, weight: 800 });
  write(paper, sessions, { ...at, y: 530, size: 64, weight: 600 });
}

/** From left to right in every language. @param {CanvasRenderingContext2D} paper @param {Facts} facts */
function drawBars(paper, { days, names, face }) {
  const each = (SIZE[0] - 2 * MARGIN) / days.length;
  const most = Math.max(LEAST_SECONDS, ...days);
  paper.fillStyle = INK;
  paper.fillRect(MARGIN, FLOOR, SIZE[0] - 2 * MARGIN, 4);
  for (const [i, seconds] of days.entries()) {
    const high = (HIGHEST * seconds) / most;
    const x = MARGIN + (i + GAP / 2) * each;
    paper.fillStyle = INK;
    paper.fillRect(x, FLOOR - high, each * (1 - GAP), high);
    const middle = {
      x: MARGIN + (i + 0.5) * each,
      y: FLOOR + 60,
      face,
      align: /** @type {CanvasTextAlign} */ ("center"),
    };
    write(paper, names[i], {
      ...middle,
      size: 34,
      weight: 600,
      colour: seconds ? INK : QUIET,
      most: each * 0.94,
    });
  }
}

/**
 * @param {CanvasRenderingContext2D} paper
 * @param {string} text
 * @param {{ x: number, y: number, size: number, weight: number, face: string, align: CanvasTextAlign, colour?: string, most?: number }} how
 */
function write(paper, text, { x, y, size, weight, face, align, colour = INK, most }) {
  paper.font = `${weight} ${size}px ${face}`;
  paper.textAlign = align;
  paper.fillStyle = colour;
  paper.fillText(text, x, y, most);
}
