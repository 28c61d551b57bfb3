import assert from "node:assert/strict";
import { test } from "node:test";

import { stateOf } from "../../../static/js/reminders/ways.js";

const DEVICE = { push: true, install: false, permission: /** @type {const} */ ("default") };
const GRANTED = { ...DEVICE, permission: /** @type {const} */ ("granted") };
const SERVER = { key: "B", ready: true };
const OFF = { push: false, calendar: false, waiting: false, synced: 0 };
const ON = { ...OFF, push: true };

for (const [what, args, state] of /** @type {[string, Parameters<typeof stateOf>, string][]} */ ([
  ["no push", [{ ...DEVICE, push: false }, SERVER, OFF, "none"], "unsupported"],
  ["an iPhone's tab", [{ ...DEVICE, push: false, install: true }, SERVER, OFF, "none"], "install"],
  ["forbidden", [{ ...DEVICE, permission: "denied" }, SERVER, ON, "none"], "denied"],
  ["no network", [DEVICE, null, OFF, "none"], "unreachable"],
  ["a server without push", [DEVICE, { key: null, ready: false }, OFF, "none"], "server"],
  ["off", [DEVICE, SERVER, OFF, "none"], "off"],
  ["on", [GRANTED, SERVER, ON, "done"], "on"],
  ["on, and no network now", [GRANTED, null, ON, "none"], "on"],
  ["changed with no network", [GRANTED, null, { ...ON, waiting: true }, "waiting"], "waiting"],
  ["dropped by the browser", [GRANTED, SERVER, { ...ON, waiting: true }, "lost"], "lost"],
  ["no longer allowed", [DEVICE, SERVER, ON, "done"], "lost"],
  ["no address given out", [GRANTED, SERVER, OFF, "lost"], "unsubscribed"],
  [
    "off, and not told yet",
    [GRANTED, SERVER, { ...OFF, waiting: true, synced: 1 }, "waiting"],
    "leaving",
  ],
  ["refused", [GRANTED, SERVER, { ...ON, waiting: true }, "refused"], "refused"],
])) {
  test(`${what}: ${state}`, () => assert.equal(stateOf(...args), state));
}
