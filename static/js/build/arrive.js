// What the address asks for comes into the form, and the address then says nothing more: it may hold
// a secret.

import { ownOf } from "../shared/own.js";
import { keepPublication } from "../shared/published.js";
import { ask, outcome } from "./api.js";
import { arrivalOf } from "./arrival.js";

/**
 * @typedef {import("./arrival.js").Arrival} Arrival
 * @typedef {{ code: string, secret: string }} EditLink
 * @typedef {{
 *   replace: (routine: any, link: import("../shared/draft.js").Draft["link"]) => void,
 *   say: (words: string) => void, changed: () => Promise<void>,
 * }} Edge
 */

export class Arrivals {
  #start;
  #words;
  #edge;

  /** @param {import("./start.js").Start} start @param {Record<string, string>} words @param {Edge} edge */
  constructor(start, words, edge) {
    this.#start = start;
    this.#words = words;
    this.#edge = edge;
  }

  /** What got no answer stays in the address, to be loaded again. */
  async arrive() {
    const { hash, pathname } = location;
    const arrival = arrivalOf(hash);
    if (!arrival) {
      return;
    }
    history.replaceState(history.state, "", pathname);
    const fault = await this.#take(arrival);
    if (fault) {
      this.#edge.say(fault);
    }
    if (fault === this.#words.busy || fault === this.#words.noAnswer) {
      history.replaceState(history.state, "", pathname + hash);
    }
  }

  /** @param {Arrival} arrival @returns {Promise<string>} what is wrong */
  async #take(arrival) {
    if (arrival.kind === "edit") {
      return this.#edit(arrival);
    }
    if (arrival.kind === "copy") {
      return this.#start.fromCode(arrival.name);
    }
    if (arrival.kind === "from") {
      this.#start.fromRoutine(arrival.name);
    } else {
      await this.#own(arrival.name);
    }
    return "";
  }

  /** @param {string} id */
  async #own(id) {
    const own = await ownOf(id);
    if (own) {
      this.#edge.replace(own.routine, { own: own.id, made: own.made, from: own.from });
    }
  }

  /** @param {EditLink} link */
  async edit(link) {
    const fault = await this.#edit(link);
    if (fault) {
      this.#edge.say(fault);
    }
  }

  /** @param {EditLink} link @returns {Promise<string>} what is wrong */
  async #edit({ code, secret }) {
    const { status, body } = await proven({ code, secret });
    if (outcome(status) !== "done") {
      const { noCode, withdrawnCode, busy, notYours, noAnswer } = this.#words;
      const known = { 403: notYours, 404: noCode, 410: withdrawnCode, 429: busy };
      return known[/** @type {404} */ (status)] ?? noAnswer;
    }
    const { routine, version, changed } = body;
    this.#edge.replace(routine, { code, secret, version });
    await keepPublication({ code, secret, version, title: routine.title, changed });
    await this.#edge.changed();
    return "";
  }
}

/** The routine, when the secret is its own: a wrong one never takes the place of one that is kept. @param {EditLink} link */
export async function proven({ code, secret }, world = globalThis) {
  const proof = await ask("GET", `/${code}/versions`, { secret }, world);
  return proof.status === 200 ? ask("GET", `/${code}`, {}, world) : proof;
}
