// Streams of bytes as a network cuts them.

/**
 * @param {string | Uint8Array} content
 * @param {number} cut bytes that come at once
 * @returns {ReadableStream<Uint8Array<ArrayBuffer>>}
 */
export function stream(content, cut) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
      } else {
        controller.enqueue(bytes.slice(at, (at += cut)));
      }
    },
  });
}

/** @param {BufferSource} bytes */
export function text(bytes) {
  return new TextDecoder().decode(bytes);
}
