import { afterAll, beforeAll, describe } from "vitest";

import { mastodon } from "#lib/networks/mastodon/connector";

import { contract } from "../contract.ts";
import { startMastodonServer, type MastodonServer } from "./server.ts";
import { mastodonUnderTest } from "./under-test.ts";

let server: MastodonServer;

beforeAll(async () => {
  server = await startMastodonServer();
});
afterAll(() => server.stop());

describe(`the contract, by ${mastodon.label}`, () => {
  contract(() => mastodonUnderTest(server));
});
