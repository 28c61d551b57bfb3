// How it went: shown as a text that can be changed, then handed to whom the person chooses.

import { handOver } from "../shared/hand_over.js";
import { part, write } from "../shared/parts.js";
import { saying, share } from "../shared/share.js";
import { letter, report, sessionsOf } from "./report.js";

export class Telling {
  #code;
  #title;
  #guide;
  /** As it was composed: what the person has changed since stays. */
  #composed = "";

  /**
   * @param {{ code: string, routine: { title: string } }} found
   * @param {import("./report.js").Guide} guide
   */
  constructor({ code, routine }, guide) {
    this.#code = code;
    this.#title = routine.title;
    this.#guide = guide;
    this.#field.addEventListener("input", () => this.#address());
    part("report-share").addEventListener("click", () => this.#share());
    part("report-file").addEventListener("click", () => this.#save());
  }

  /** @param {import("../shared/journal.js").Entry[]} entries newest first */
  show(entries) {
    const sessions = sessionsOf(entries, this.#code, Date.now());
    part("report").hidden = sessions.length === 0;
    const text = report(sessions, this.#title, this.#guide);
    if (this.#field.value === this.#composed) {
      this.#field.value = text;
      this.#address();
    }
    this.#composed = text;
  }

  get #field() {
    return /** @type {HTMLTextAreaElement} */ (part("report-text"));
  }

  #address() {
    write("report-said", "");
    part("report-mail").setAttribute("href", letter(this.#title, this.#field.value));
  }

  async #share() {
    write("report-said", saying(await share(this.#field.value), this.#guide.words));
  }

  async #save() {
    await handOver(new File([this.#field.value], "limber.txt", { type: "text/plain" }));
  }
}
