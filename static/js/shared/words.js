/**
 * A translated message with its values: `%(name)s` is replaced by the value of that name.
 * @param {string} message
 * @param {Record<string, string>} values
 */
export function fill(message, values) {
  return message.replace(/%\((\w+)\)s/g, (whole, name) => values[name] ?? whole);
}
