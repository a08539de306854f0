import { expect, onTestFinished, test } from "vitest";

import type { Session } from "#lib/networks/contract/session";

import { partOf } from "../network-under-test.ts";
import { startXServer } from "./server.ts";
import { connected } from "./under-test.ts";

test("pictures that use up the time are not sent, and nothing is left to the end of a lease", async () => {
  let now = new Date("2026-03-01T12:00:00Z");
  const server = await startXServer({ now: () => now });
  onTestFinished(() => server.stop());
  const { connector, session } = await connected(server);
  const images = ["red", "blue"].map((mediaId) => ({ mediaId, alt: "" }));
  const slow: Session = {
    ...session,
    image: async (mediaId) => {
      now = new Date(now.getTime() + 40_000);
      return session.image(mediaId);
    },
  };
  const before = server.meter.requests["begin-upload"] ?? 0;
  expect(await connector.prepare(slow, partOf({ images }))).toEqual({
    kind: "not-sent",
    detail: "X took too long over the images.",
  });
  expect(server.meter.requests["begin-upload"]).toBe(before + 1);
});
