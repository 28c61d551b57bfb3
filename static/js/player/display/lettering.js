// The digits of the clock as large as they go, in whatever face and script the device has.

import { number } from "../../shared/numbers.js";
import { fitted, tallness } from "./digits.js";

// As a type of this size is measured.
const MEASURED_PX = 100;

export class Lettering {
  #clock;
  #within;
  #locale;
  /** What a type of one pixel draws. @type {{ tall: number, wide: (text: string) => number } | null} */
  #face = null;
  /** How wide they may be, and of what screen and display that was measured. */
  #room = { of: "", width: 0 };

  /** @param {HTMLElement} clock @param {HTMLElement} within a grid with columns as wide as the clock may be @param {string} locale */
  constructor(clock, within, locale) {
    this.#clock = clock;
    this.#within = within;
    this.#locale = locale;
  }

  /** Into the room that there is; once a phase, since the first text of a phase is its longest. @param {string} display none leaves them as they are */
  fit(display) {
    const { hidden, textContent } = this.#clock;
    if (!display || hidden || !textContent) {
      return;
    }
    this.#face ??= measured(getComputedStyle(this.#clock), this.#locale);
    const drawn = { tall: this.#face.tall, wide: this.#face.wide(textContent) };
    const screen = { width: innerWidth, height: innerHeight };
    const room = this.#roomOf(`${display} ${innerWidth} ${innerHeight}`);
    const { size, narrow } = fitted(drawn, { tall: tallness(display, screen), room });
    const { style } = this.#clock;
    style.setProperty("--size", `${size.toFixed(1)}px`);
    style.setProperty("--tall", `${(size * drawn.tall).toFixed(1)}px`);
    style.setProperty("--narrow", narrow.toFixed(3));
  }

  /** Measured no more often than it changes. @param {string} of */
  #roomOf(of) {
    if (this.#room.of !== of) {
      this.#room = { of, width: parseFloat(getComputedStyle(this.#within).gridTemplateColumns) };
    }
    return this.#room.width;
  }
}

/** @param {CSSStyleDeclaration} style @param {string} locale */
function measured({ fontWeight, fontFamily, fontSize, letterSpacing }, locale) {
  const drawing = /** @type {CanvasRenderingContext2D} */ (
    document.createElement("canvas").getContext("2d")
  );
  drawing.font = `${fontWeight} ${MEASURED_PX}px ${fontFamily}`;
  const digits = [...Array(10).keys()].map((digit) => number(digit, locale));
  const width = (/** @type {string} */ text) => drawing.measureText(text).width / MEASURED_PX;
  const digit = Math.max(...digits.map(width));
  const apart = (parseFloat(letterSpacing) || 0) / parseFloat(fontSize);
  const one = drawing.measureText(digits[1]);
  return {
    tall: (one.actualBoundingBoxAscent + one.actualBoundingBoxDescent) / MEASURED_PX,
    wide: (/** @type {string} */ text) =>
      [...text].reduce((sum, sign) => sum + apart + (sign === ":" ? width(":") : digit), -apart),
  };
}
