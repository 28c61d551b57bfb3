// A week as a picture or a text, for whom somebody chooses: minutes and sessions, and nothing else.

import { handOver } from "../../shared/hand_over.js";
import { part, write } from "../../shared/parts.js";
import { saying, share } from "../../shared/share.js";
import { fill } from "../../shared/words.js";
import { draw, SIZE } from "../picture.js";
import { counted, lengthOf } from "../rows.js";
import { dateOf } from "../week.js";

/**
 * @typedef {import("../rows.js").Guide} Guide
 * @typedef {{ start: number, days: number[], seconds: number, sessions: number }} Week
 */

const FILE = "limber-week.png";

/** @param {HTMLDialogElement} sheet @param {Guide} guide @param {Week} week */
export function offer(sheet, guide, week) {
  const words = sentence(week, guide);
  const canvas = /** @type {HTMLCanvasElement} */ (part("picture", sheet));
  [canvas.width, canvas.height] = SIZE;
  canvas.setAttribute("aria-label", words);
  draw(/** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")), facts(week, guide));
  write("share-words", words, sheet);
  say("");
  part("share-picture", sheet).onclick = async () => say(saidOf(await sharePicture(canvas)));
  part("share-text", sheet).onclick = async () => say(saying(await share(words), guide.words));

  /** @param {string} text */
  function say(text) {
    write("share-said", text, sheet);
  }

  /** @param {Awaited<ReturnType<typeof sharePicture>>} done */
  function saidOf(done) {
    return { shared: "", left: "", saved: guide.words.handed, failed: guide.words.unshared }[done];
  }
}

/** The week in words, as it is shared and read out. @param {Week} week @param {Guide} guide */
export function sentence({ start, days, seconds, sessions }, guide) {
  const { words } = guide;
  const name = weekdays("long", start, guide);
  const done = days
    .map((each, i) => ({ day: name[i], seconds: each }))
    .filter((each) => each.seconds > 0)
    .map((each) => fill(words.weekday, { day: each.day, length: lengthOf(each.seconds, guide) }));
  const whole = fill(words.week, {
    length: minutesOf(seconds, guide),
    sessions: counted(sessions, guide),
  });
  return [whole, done.join(words.comma)].filter(Boolean).join(" ");
}

/** What stands in the picture. @param {Week} week @param {Guide} guide */
function facts({ start, days, seconds, sessions }, guide) {
  return {
    title: guide.words.title,
    number: minutesOf(seconds, guide, "%(minutes)s"),
    unit: guide.words.unit,
    sessions: counted(sessions, guide),
    names: weekdays("short", start, guide),
    days,
    isRtl: document.dir === "rtl",
    face: getComputedStyle(document.body).fontFamily,
  };
}

/** Whole minutes, also where the week has only seconds. @param {number} seconds @param {Guide} guide */
function minutesOf(seconds, { locale, words }, form = words.minutes) {
  const minutes = new Intl.NumberFormat(locale).format(Math.round(seconds / 60));
  return fill(form, { minutes });
}

/** @param {"long" | "short"} weekday @param {number} start @param {Guide} guide */
function weekdays(weekday, start, { locale }) {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" });
  return [...Array(7).keys()].map((i) => format.format(dateOf(start + i)));
}

/**
 * By the system's own sheet where it takes pictures, else saved.
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<"shared" | "left" | "saved" | "failed">} `left`: the person closed the sheet
 */
async function sharePicture(canvas) {
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) {
    return "failed";
  }
  const file = new File([blob], FILE, { type: blob.type });
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return "shared";
    } catch (fault) {
      if (fault instanceof DOMException && fault.name === "AbortError") {
        return "left";
      }
    }
  }
  return (await handOver(file)) ? "saved" : "failed";
}
