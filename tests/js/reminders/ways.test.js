import assert from "node:assert/strict";
import { test } from "node:test";

import { stateOf } from "../../../static/js/reminders/ways.js";

const DEVICE = { push: true, install: false, permission: /** @type {const} */ ("default") };
const GRANTED = { ...DEVICE, permission: /** @type {const} */ ("granted") };
const SERVER = { key: "B", ready: true };
const OFF = { push: false, waiting: false };
const ON = { push: true, waiting: false };

for (const [what, args, state] of /** @type {[string, Parameters<typeof stateOf>, string][]} */ ([
  ["no push", [{ ...DEVICE, push: false }, SERVER, OFF, "none"], "unsupported"],
  ["an iPhone's tab", [{ ...DEVICE, push: false, install: true }, SERVER, OFF, "none"], "install"],
  ["forbidden", [{ ...DEVICE, permission: "denied" }, SERVER, ON, "none"], "denied"],
  ["no network", [DEVICE, null, OFF, "none"], "unreachable"],
  ["a server without push", [DEVICE, { key: null, ready: false }, OFF, "none"], "server"],
  ["off", [DEVICE, SERVER, OFF, "none"], "off"],
  ["on", [GRANTED, SERVER, ON, "done"], "on"],
  ["on, and no network now", [GRANTED, null, ON, "none"], "on"],
  ["changed with no network", [GRANTED, null, { push: true, waiting: true }, "waiting"], "waiting"],
  ["dropped by the browser", [GRANTED, SERVER, { push: true, waiting: true }, "lost"], "lost"],
  ["refused", [GRANTED, SERVER, { push: true, waiting: true }, "refused"], "refused"],
])) {
  test(`${what}: ${state}`, () => assert.equal(stateOf(...args), state));
}
