import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { contract } from "../contract.ts";
import { isCollected } from "./collection.ts";
import { startThreadsServer, type ThreadsServer } from "./server.ts";
import { threadsUnderTest } from "./under-test.ts";

describe("the contract, by Threads", () => {
  let server: ThreadsServer;
  beforeAll(async () => {
    server = await startThreadsServer();
  });
  afterAll(() => server.stop());
  contract(() => threadsUnderTest(server));

  test("every request is one that Meta's own collection has", () => {
    expect(server.complaints).toEqual([]);
    if (!isCollected) process.stderr.write("skipped: Meta's collection is not here.\n");
  });
});
