// A session as the journal keeps it, for the tests.

/** @type {import("../../../static/js/shared/journal.js").Entry} */
export const ENTRY = {
  id: 1_795_000_000_000,
  kind: "routine",
  slug: "cold-water-10",
  ended: 1_795_000_669_000,
  seconds: 669,
  steps: 6,
  of: 6,
  early: false,
  before: 3,
  after: 2,
  signs: false,
  note: "",
};
