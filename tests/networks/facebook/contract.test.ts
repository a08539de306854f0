import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { contract } from "../contract.ts";
import { isDescribed } from "../stand-in/graph-nodes.ts";
import { startFacebookServer, type FacebookServer } from "./server.ts";
import { facebookUnderTest } from "./under-test.ts";

describe("the contract, by Facebook", () => {
  let server: FacebookServer;
  beforeAll(async () => {
    server = await startFacebookServer();
  });
  afterAll(() => server.stop());
  contract(() => facebookUnderTest(server));

  test("every request is one that Meta's own description of its nodes has", () => {
    expect(server.complaints).toEqual([]);
    if (!isDescribed) process.stderr.write("skipped: Meta's description is not here.\n");
  });
});
