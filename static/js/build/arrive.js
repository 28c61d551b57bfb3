// What the address asks for comes into the form, and the address then says nothing more: it may hold
// a secret.

import { FROM_OTHERS, ownOf } from "../shared/own.js";
import { keepPublication, publicationOf } from "../shared/published.js";
import { ask, outcome } from "./api.js";
import { arrivalOf } from "./arrival.js";

/**
 * @typedef {import("./arrival.js").Arrival} Arrival
 * @typedef {import("../shared/draft.js").Published} Published
 * @typedef {import("../shared/published.js").Publication} Publication
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {{ code: string, secret: string }} EditLink
 * @typedef {Published & { routine: Routine, changed: number }} Found
 * @typedef {{
 *   replace: (routine: any, origin: Partial<import("../shared/draft.js").Origin>) => void,
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
      return this.#copy(arrival.name);
    }
    if (arrival.kind === "from") {
      return this.#start.fromRoutine(arrival.name);
    }
    await this.#own(arrival.name);
    return "";
  }

  /** One that was published from this device is changed: a copy would leave its readers behind. @param {string} code @returns {Promise<string>} what is wrong */
  async #copy(code) {
    const known = await publicationOf({ code });
    return known ? this.#edit(known) : this.#start.fromCode(code);
  }

  /** What was published of it is changed when it is published again. @param {string} id */
  async #own(id) {
    const [own, known] = await Promise.all([ownOf(id), publicationOf({ own: id })]);
    if (own) {
      const { routine, from } = own;
      this.#edge.replace(routine, { own: id, from, ...(known && { link: linkOf(known) }) });
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
    await this.#published({ ...body, code, secret });
    await this.#edge.changed();
    return "";
  }

  /** @param {Found} found */
  async #published(found) {
    const known = await publicationOf({ code: found.code });
    const here = known?.own ? await ownOf(known.own) : null;
    const { origin, routines } = broughtBy(found, known, here);
    for (const routine of routines) {
      this.#edge.replace(routine, origin);
    }
    const { link, own, from } = origin;
    const { title } = found.routine;
    await keepPublication({ ...link, title, changed: found.changed, own, from });
  }
}

/**
 * What an edit link brings: one of one's own comes as it is on this device, and what was published
 * elsewhere since as a change of it. The link may be another person's: only what this device has
 * published, or taken as its own, is in its own words.
 * @param {Found} found
 * @param {Publication | null} known
 * @param {import("../shared/own.js").Own | null} own
 */
export function broughtBy(found, known, own) {
  const isNews = found.version !== known?.version;
  const from = known ? (known.from ?? "") : FROM_OTHERS;
  return {
    origin: { link: linkOf(found), own: own?.id ?? "", from },
    routines: [...(own ? [own.routine] : []), ...(isNews || !own ? [found.routine] : [])],
  };
}

/** @param {Published} publication */
function linkOf({ code, secret, version }) {
  return { code, secret, version };
}

/** The routine, when the secret is its own: a wrong one never takes the place of one that is kept. @param {EditLink} link */
export async function proven({ code, secret }, world = globalThis) {
  const proof = await ask("GET", `/${code}/versions`, { secret }, world);
  return proof.status === 200 ? ask("GET", `/${code}`, {}, world) : proof;
}
