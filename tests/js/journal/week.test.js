import assert from "node:assert/strict";
import { test } from "node:test";

import {
  dateOf,
  dayNumber,
  firstOfRegion,
  firstWeekday,
  weekday,
  weekStart,
} from "../../../static/js/journal/week.js";

const [SUNDAY, MONDAY, SATURDAY] = [0, 1, 6];

/** @param {number} year @param {number} month @param {number} day */
function on(year, month, day) {
  return dayNumber(new Date(year, month - 1, day, 13).getTime());
}

test("a day is one number from midnight to midnight, and one more the next day", () => {
  const [first, last] = [new Date(2026, 9, 25, 0, 0), new Date(2026, 9, 25, 23, 59)];
  assert.equal(dayNumber(first.getTime()), dayNumber(last.getTime()));
  assert.equal(on(2026, 3, 30) - on(2026, 3, 29), 1);
  assert.equal(
    dateOf(on(2026, 3, 29))
      .toISOString()
      .slice(0, 10),
    "2026-03-29",
  );
});

test("weekdays are those of the calendar, before 1970 too", () => {
  assert.equal(weekday(on(2026, 11, 29)), SUNDAY);
  assert.equal(weekday(on(1969, 12, 29)), MONDAY);
});

test("a week begins with the reader's first day", () => {
  const friday = on(2026, 11, 27);
  assert.equal(weekStart(friday, MONDAY), on(2026, 11, 23));
  assert.equal(weekStart(friday, SUNDAY), on(2026, 11, 22));
  assert.equal(weekStart(friday, SATURDAY), on(2026, 11, 21));
  assert.equal(weekStart(on(2026, 11, 23), MONDAY), on(2026, 11, 23));
});

test("the region of the browser decides, where it is of the language of the page", () => {
  assert.equal(firstWeekday("en", ["de-DE", "en-GB", "en-US"]), MONDAY);
  assert.equal(firstWeekday("en", ["en-US", "en-GB"]), SUNDAY);
  assert.equal(firstWeekday("ar-u-nu-arab", ["en-GB"]), SATURDAY);
  assert.equal(firstWeekday("ar-u-nu-arab", ["ar-MA"]), MONDAY);
  assert.equal(firstWeekday("en", ["rubbish_tag!", "en-IE"]), MONDAY);
});

test("a browser that does not say how weeks begin is answered by what CLDR says", () => {
  const found = /** @type {any} */ (Intl.Locale.prototype);
  const { getWeekInfo } = found;
  const weekInfo = Object.getOwnPropertyDescriptor(found, "weekInfo");
  try {
    delete found.getWeekInfo;
    delete found.weekInfo;
    assert.equal(firstWeekday("en", ["en-US"]), SUNDAY);
    assert.equal(firstWeekday("en", ["en-GB"]), MONDAY);
    assert.equal(firstWeekday("ar-u-nu-arab", []), SATURDAY);
  } finally {
    found.getWeekInfo = getWeekInfo;
    if (weekInfo) {
      Object.defineProperty(found, "weekInfo", weekInfo);
    }
  }
});

test("that answer is the one of browsers that do say it", () => {
  const regions = "US GB DE FR ES EG DZ AE SA IN JP KR TW HK BR PT MX CA IR IL AU TR RU IT".split(
    " ",
  );
  for (const region of regions) {
    const locale = /** @type {any} */ (new Intl.Locale(`en-${region}`));
    const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo;
    assert.equal(firstOfRegion(`en-${region}`), firstDay % 7, region);
  }
});
