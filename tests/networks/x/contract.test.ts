import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { contract } from "../contract.ts";
import { isSpecified } from "../stand-in/specification.ts";
import { startXServer, type XServer } from "./server.ts";
import { xUnderTest } from "./under-test.ts";

describe("the contract, by X (a public client)", () => {
  const server = running({});
  contract(() => xUnderTest(server()));
  test("every request and answer is as X's specification says", () => asSpecified(server()));
});

describe("the contract, by X (a confidential client)", () => {
  const server = running({ app: { clientSecret: "a secret / with & signs" } });
  contract(() => xUnderTest(server()));
  test("every request and answer is as X's specification says", () => asSpecified(server()));
});

describe("the contract, by an X that speaks as its older documents do", () => {
  const server = running({ vocabulary: "tweet" });
  contract(() => xUnderTest(server()));
});

function running(options: Parameters<typeof startXServer>[0]): () => XServer {
  let server: XServer | undefined;
  beforeAll(async () => {
    server = await startXServer(options);
  });
  afterAll(() => server?.stop());
  return () => {
    if (!server) throw new Error("Not started.");
    return server;
  };
}

function asSpecified(server: XServer): void {
  expect(server.complaints).toEqual([]);
  expect(server.isChecked).toBe(isSpecified("x"));
  if (!isSpecified("x")) process.stderr.write("skipped: X's specification is not here.\n");
}
