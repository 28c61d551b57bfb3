// A link as a QR code, drawn on the device when somebody asks for one.

import { encodeQR } from "../../../vendor/qr/index.js";

const SVG = "http://www.w3.org/2000/svg";
// Squares of white around it, which the standard asks for: readers look for them.
const QUIET = 4;

/** Dark on white whatever the theme. @param {string} link @param {string} label @returns {SVGSVGElement} */
export function draw(link, label, page = document) {
  const squares = squaresOf(link);
  const wide = squares.length;
  const root = page.createElementNS(SVG, "svg");
  set(root, {
    viewBox: `0 0 ${wide} ${wide}`,
    role: "img",
    "aria-label": label,
    class: "device-qr",
  });
  const ground = page.createElementNS(SVG, "rect");
  set(ground, { width: wide, height: wide, fill: "#fff" });
  const dark = page.createElementNS(SVG, "path");
  set(dark, { d: pathOf(squares), fill: "#000", "shape-rendering": "crispEdges" });
  root.append(ground, dark);
  return root;
}

/** Row by row, dark ones true. The lowest level of correction: nothing covers a screen, and squares are larger. @param {string} link */
export function squaresOf(link) {
  return encodeQR(link, "raw", { ecc: "low", border: QUIET });
}

/** Dark ones beside each other as one. @param {boolean[][]} squares */
function pathOf(squares) {
  let drawn = "";
  for (const [y, row] of squares.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      const end = row.indexOf(false, x);
      if (end > x) {
        drawn += `M${x} ${y}h${end - x}v1h-${end - x}z`;
        x = end;
      }
    }
  }
  return drawn;
}

/** @param {Element} element @param {Record<string, string | number>} attributes */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
}
