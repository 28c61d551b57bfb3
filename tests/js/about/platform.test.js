import assert from "node:assert/strict";
import { test } from "node:test";

import { platform } from "../../../static/js/about/platform.js";

const WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const BLINK = "AppleWebKit/537.36 (KHTML, like Gecko)";
const ON_MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
const ON_ANDROID = "Mozilla/5.0 (Linux; Android 10; K)";
const ON_WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const ON_IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)";

/** @param {string} userAgent @param {Partial<import("../../../static/js/about/platform.js").Told>} more */
const told = (userAgent, more = {}) => platform({ userAgent, maxTouchPoints: 0, ...more });

/** @param {string} os @param {...string} brands */
const chromium = (os, ...brands) =>
  told("", {
    userAgentData: {
      brands: brands.map((brand) => ({ brand })),
      mobile: os === "Android",
      platform: os,
    },
  });

test("an iPhone is one in any browser", () => {
  assert.equal(told(`${ON_IPHONE} ${WEBKIT} Version/26.0 Mobile/15E148 Safari/604.1`), "iphone");
  assert.equal(told(`${ON_IPHONE} ${WEBKIT} CriOS/140.0 Mobile/15E148 Safari/604.1`), "iphone");
});

test("an iPad that says it is a Mac gives itself away by touch", () => {
  const mac = `${ON_MAC} ${WEBKIT} Version/26.0 Safari/605.1.15`;
  assert.equal(told(mac, { maxTouchPoints: 5 }), "iphone");
  assert.equal(told(mac), "computer-safari");
});

test("browsers on Android are told apart", () => {
  assert.equal(chromium("Android", "Chromium", "Google Chrome", "Not A Brand"), "android-chrome");
  assert.equal(chromium("Android", "Chromium", "Samsung Internet"), "android-samsung");
  assert.equal(told(`${ON_ANDROID} ${BLINK} Chrome/120.0 Mobile Safari/537.36`), "android-chrome");
  assert.equal(
    told(`${ON_ANDROID} ${BLINK} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`),
    "android-samsung",
  );
  assert.equal(
    told("Mozilla/5.0 (Android 15; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0"),
    "android-firefox",
  );
});

test("browsers on a computer are told apart", () => {
  assert.equal(chromium("Windows", "Chromium", "Microsoft Edge"), "computer-chrome");
  assert.equal(chromium("macOS", "Chromium", "Google Chrome"), "computer-chrome");
  assert.equal(told(`${ON_MAC} ${BLINK} Chrome/120.0 Safari/537.36`), "computer-chrome");
  assert.equal(told(`${ON_WINDOWS.replace(")", "; rv:150.0)")} Firefox/150.0`), "computer-firefox");
});

test("what is not known is not guessed", () => {
  assert.equal(told("curl/8"), null);
  assert.equal(
    told(`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Version/26.0 Safari/605.1.15`),
    null,
  );
});
