import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { contract } from "../contract.ts";
import { isSpecified } from "../stand-in/specification.ts";
import { startPinterest, type PinterestServer } from "./server.ts";
import { pinning, pinterestUnderTest } from "./under-test.ts";

describe("the contract, by Pinterest", () => {
  let server: PinterestServer;
  beforeAll(async () => {
    server = await startPinterest();
  });
  afterAll(() => server.stop());
  contract(async () => {
    const network = await pinterestUnderTest(server);
    return { ...network, connector: pinning(network.connector, network.board) };
  });

  test("every request and answer is as the specification says", () => {
    expect(server.complaints).toEqual([]);
    if (!isSpecified("pinterest"))
      process.stderr.write("skipped: Pinterest's specification is not here.\n");
    else expect(Math.min(server.checked.requests, server.checked.answers)).toBeGreaterThan(30);
  });
});
