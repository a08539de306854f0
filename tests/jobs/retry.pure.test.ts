import { expect, test } from "vitest";

import { retryUntil } from "#lib/jobs/retry";
import { systemClock } from "#lib/kernel/clock";

const log = { info() {}, warn() {}, error() {} };
const what = { what: "A step", about: {} };

test("what fails is tried again until it works", async () => {
  let tries = 0;
  const until = new Date(systemClock.now().getTime() + 60_000);
  const saved = await retryUntil({ clock: systemClock, log }, { ...what, until }, async () => {
    tries += 1;
    if (tries < 3) throw new Error("The disk is full.");
    return "saved";
  });
  expect([saved, tries]).toEqual(["saved", 3]);
});

test("it ends with the last error once it is no longer ours, or the product stops", async () => {
  const fail = () => Promise.reject(new Error("The disk is full."));
  const now = systemClock.now();
  const runtime = { clock: systemClock, log };
  await expect(retryUntil(runtime, { ...what, until: now }, fail)).rejects.toThrow("full");
  const until = new Date(now.getTime() + 60_000);
  const isStopping = () => true;
  await expect(retryUntil(runtime, { ...what, until, isStopping }, fail)).rejects.toThrow("full");
});
