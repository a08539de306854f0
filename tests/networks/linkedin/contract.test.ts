import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { contract } from "../contract.ts";
import { startLinkedIn, type LinkedInServer } from "./server.ts";
import { linkedInUnderTest } from "./under-test.ts";

/** As a page: what members have is shown to nobody, and `member.test.ts` tells what follows from that. */
describe("the contract, by LinkedIn", () => {
  let server: LinkedInServer | undefined;
  beforeAll(async () => {
    server = await startLinkedIn();
  });
  afterAll(() => server?.stop());
  const running = () => {
    if (!server) throw new Error("Not started.");
    return server;
  };
  contract(() => linkedInUnderTest(running()));
  test("every request and answer is as LinkedIn's pages say", () => {
    expect(running().complaints).toEqual([]);
  });
});
