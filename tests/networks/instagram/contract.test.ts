import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { contract } from "../contract.ts";
import { isDescribed } from "../stand-in/graph-nodes.ts";
import { startInstagramServer, type InstagramServer } from "./server.ts";
import { instagramUnderTest } from "./under-test.ts";

describe("the contract, by Instagram", () => {
  let server: InstagramServer;
  beforeAll(async () => {
    server = await startInstagramServer();
  });
  afterAll(() => server.stop());
  contract(() => instagramUnderTest(server));

  test("every request is one that Meta's own description of its nodes has", () => {
    expect(server.complaints).toEqual([]);
    if (!isDescribed) process.stderr.write("skipped: Meta's description is not here.\n");
  });
});
