// Which of the ways to install is this device's.

/**
 * What a browser tells about itself; only Chromium knows `userAgentData`.
 * @typedef {{
 *   userAgent: string,
 *   maxTouchPoints: number,
 *   userAgentData?: { brands: { brand: string }[], mobile: boolean, platform: string },
 * }} Told
 */

/**
 * The name of the way, as in `data-platform`; null when none is known to fit.
 * @param {Told} told
 * @returns {string | null}
 */
export function platform({ userAgent, maxTouchPoints, userAgentData }) {
  if (userAgentData) {
    const brands = userAgentData.brands.map(({ brand }) => brand).join(" ");
    return ofChromium(brands, userAgentData.platform === "Android");
  }
  // An iPad asks for the pages of a Mac; no Mac has a touch screen.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) {
    return "iphone";
  }
  const isAndroid = /Android/.test(userAgent);
  if (/Firefox\//.test(userAgent)) {
    return isAndroid ? "android-firefox" : "computer-firefox";
  }
  if (/Chrome\//.test(userAgent)) {
    return ofChromium(userAgent, isAndroid);
  }
  return /Macintosh.*Safari\//.test(userAgent) ? "computer-safari" : null;
}

/** @param {string} names @param {boolean} isAndroid */
function ofChromium(names, isAndroid) {
  if (!isAndroid) {
    return "computer-chrome";
  }
  return /Samsung/.test(names) ? "android-samsung" : "android-chrome";
}
