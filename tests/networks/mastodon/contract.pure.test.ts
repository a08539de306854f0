import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { mastodon } from "#lib/networks/mastodon/connector";

import { contract } from "../contract.ts";
import { isSpecified } from "../stand-in/specification.ts";
import { startMastodonServer, type MastodonServer } from "./server.ts";
import { mastodonUnderTest } from "./under-test.ts";

let server: MastodonServer;

beforeAll(async () => {
  server = await startMastodonServer();
});
afterAll(() => server.stop());

describe(`the contract, by ${mastodon.label}`, () => {
  contract(() => mastodonUnderTest(server));

  test("every request and answer is as the specification says", () => {
    expect(server.complaints).toEqual([]);
    if (!isSpecified("mastodon"))
      process.stderr.write("skipped: Mastodon's specification is not here.\n");
  });
});
