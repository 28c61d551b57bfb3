// Searches everything on this device, while one types: the index comes with the pack, or once.

import "../frame/main.js";
import { number } from "../shared/numbers.js";
import { takeChoicesAlong } from "../shared/other_languages.js";
import { copy, part, write } from "../shared/parts.js";
import { deviceStore } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { find, indexed } from "./rank.js";
import { forget, recent, remember } from "./recent.js";

/** @typedef {import("./rank.js").Entry} Entry */

const SHOWN = 30;
const FETCH_MS = 10_000;

const script = /** @type {HTMLElement} */ (document.querySelector("script[data-index]"));
const form = /** @type {HTMLFormElement} */ (part("form"));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
/** @type {{ locale: string, counts: Record<string, string>, none: string, loading: string }} */
const words = JSON.parse(document.getElementById("words")?.textContent ?? "");
const store = deviceStore();

/** @type {import("./rank.js").Index | null} */
let index = null;

async function load() {
  part("failed").hidden = true;
  write("found", words.loading);
  try {
    const signal = AbortSignal.timeout(FETCH_MS);
    const answer = await fetch(script.dataset.index ?? "", { mode: "same-origin", signal });
    const { pages, ignored } = await answer.json();
    index = indexed(entriesOf(pages), ignored);
  } catch {
    // No signal, or a server that hangs: the person is told, and may try again.
    part("failed").hidden = false;
  }
  write("found", "");
  show();
}

/** @param {Record<keyof Entry, any[]>} columns @returns {Entry[]} */
function entriesOf({ kind, address, title, about, names, elsewhere, marks }) {
  return kind.map((each, i) => ({
    kind: each,
    address: address[i],
    title: title[i],
    about: about[i],
    names: names[i],
    elsewhere: elsewhere[i],
    marks: marks[i],
  }));
}

function show() {
  const { q, kind } = asked();
  const all = index ? find(index, q) : [];
  const found = all.filter((each) => !kind || each.kind === kind);
  part("results").replaceChildren(...found.slice(0, SHOWN).map(row));
  if (index) {
    write("found", q ? said(found.length, q) : "");
  }
  part("lists").hidden = found.length > 0;
  showRecent(q);
}

/** @param {number} n @param {string} q */
function said(n, q) {
  const { locale, counts, none } = words;
  const form = n ? (counts[new Intl.PluralRules(locale).select(n)] ?? counts.other) : none;
  return fill(form, { n: number(n, locale), words: `\u2068${q}\u2069` });
}

/** @param {Entry} entry */
function row({ address, title, about }) {
  const made = copy("result");
  made.querySelector("a")?.setAttribute("href", `${script.dataset.pages}${address}`);
  write("title", title, made);
  write("about", about, made);
  return made;
}

/** @param {string} q */
function showRecent(q) {
  const lately = recent(store);
  part("recent").hidden = q !== "" || lately.length === 0;
  part("recent-list").replaceChildren(
    ...lately.map((each) => {
      const item = document.createElement("li");
      const link = Object.assign(document.createElement("a"), { className: "link" });
      link.href = `#${new URLSearchParams({ q: each })}`;
      link.append(Object.assign(document.createElement("bdi"), { textContent: each }));
      item.append(link);
      return item;
    }),
  );
}

/** As it stands in the form. */
function asked() {
  const data = new FormData(form);
  return { q: String(data.get("q") ?? "").trim(), kind: String(data.get("kind") ?? "") };
}

function keep() {
  const { q, kind } = asked();
  const hash = new URLSearchParams({ ...(q && { q }), ...(kind && { kind }) });
  const address = String(hash) ? `#${hash}` : location.pathname + location.search;
  history.replaceState(history.state, "", address);
  show();
}

/** What the address asks for, also after Back. */
function take() {
  const given = new URLSearchParams(location.hash.slice(1));
  field.value = given.get("q") ?? "";
  const kinds = /** @type {RadioNodeList} */ (form.elements.namedItem("kind"));
  kinds.value = given.get("kind") ?? "";
  show();
}

/** Up and down go through what was found; from the first one up is the field. @param {KeyboardEvent} event */
function step(event) {
  const { key } = event;
  const links = [...part("results").querySelectorAll("a")];
  const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
  const isField = document.activeElement === field;
  if ((key !== "ArrowDown" && key !== "ArrowUp") || (at < 0 && !isField)) {
    return;
  }
  const next = at + (key === "ArrowDown" ? 1 : -1);
  const target = next < 0 ? field : links[next];
  if (target) {
    event.preventDefault();
    target.focus();
  }
}

part("unscripted").hidden = true;
form.hidden = false;
form.addEventListener("input", keep);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  part("results").querySelector("a")?.click();
});
part("results").addEventListener("click", () => remember(store, asked().q));
part("again").addEventListener("click", load);
part("forget").addEventListener("click", () => {
  forget(store);
  show();
  field.focus();
});
document.addEventListener("keydown", step);
addEventListener("hashchange", take);
takeChoicesAlong();
take();
if (!field.value) {
  field.focus({ preventScroll: true });
}
load();
