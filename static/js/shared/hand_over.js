// Hands a file over to where the person wants it.

import { MINUTE_MS } from "./time.js";

/** By the share sheet where it takes files, as on phones whose apps cannot save; else saved. @param {File} file @returns {Promise<boolean>} whether it was taken */
export async function handOver(file) {
  const isStandalone = matchMedia("(display-mode: standalone)").matches;
  if (isStandalone && navigator.canShare?.({ files: [file] })) {
    return navigator.share({ files: [file] }).then(
      () => true,
      () => false,
    );
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE_MS);
  return true;
}
