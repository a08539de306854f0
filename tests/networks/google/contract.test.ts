import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { contract } from "../contract.ts";
import { complaintsAbout, complaintsAboutAnswer, isSpecified } from "./discovery.ts";
import { startGoogle, type GoogleServer } from "./server.ts";
import { googleUnderTest } from "./under-test.ts";

describe("the contract, by Google Business Profile", () => {
  let server: GoogleServer;
  beforeAll(async () => {
    server = await startGoogle();
  });
  afterAll(() => server.stop());
  contract(() => googleUnderTest(server));

  test.runIf(isSpecified)("every request and answer is as the discovery documents say", () => {
    expect(server.complaints).toEqual([]);
    expect(Math.min(server.checked.requests, server.checked.answers)).toBeGreaterThan(30);
  });
});

test.runIf(isSpecified)("the discovery documents find what is wrong", () => {
  const path = "/v4/accounts/1/locations/2/localPosts";
  const query = new URLSearchParams({ page_size: "3" });
  const body = { summary: 7, callToAction: { actionType: "SING" }, madeUp: true };
  expect(complaintsAbout({ method: "POST", path, query, body })).toEqual([
    "has no parameter page_size",
    "/summary is no string",
    "/callToAction/actionType is not SING",
    " has no madeUp",
  ]);
  expect(complaintsAbout({ method: "GET", path: "/v5/x", query, body: undefined })).toHaveLength(1);
  const asked = { method: "GET", path, query: new URLSearchParams(), body: undefined };
  expect(complaintsAboutAnswer(asked, { localPosts: [{ state: "OUT" }] })).toHaveLength(1);
});
