// Where the style looks: a mark on an element, written only where it changes, since it is done often.

/** @param {string} name @param {string} value none takes it away @param {HTMLElement} element */
export function mark(name, value, { dataset } = document.body) {
  if (!value) {
    delete dataset[name];
  } else if (dataset[name] !== value) {
    dataset[name] = value;
  }
}
