import { afterAll, beforeAll, describe } from "vitest";

import { bluesky } from "#lib/networks/bluesky/connector";

import { startBlueskyNetwork, type BlueskyNetwork } from "../../support/bluesky-network.ts";
import { contract } from "../contract.ts";
import { blueskyUnderTest } from "./under-test.ts";

let network: BlueskyNetwork;

beforeAll(async () => {
  network = await startBlueskyNetwork();
});
afterAll(() => network.stop());

describe(`the contract, by ${bluesky.label}`, () => {
  contract(() => blueskyUnderTest(network));
});
