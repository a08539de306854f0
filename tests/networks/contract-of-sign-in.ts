import { expect, test } from "vitest";

import {
  connect,
  publishPart,
  signIn,
  stored,
  tryToConnect,
  type NetworkUnderTest,
} from "./network-under-test.ts";

/** What the product relies on of signing in, and of what a network says of an account. */
export function signInContract(open: () => Promise<NetworkUnderTest>): void {
  test("wrong answers are refused, and the field at fault is named", async () => {
    const network = await open();
    const { wrong } = network;
    if (!wrong) return;
    const { page } = network;
    const { answers } = wrong;
    const outcome = await tryToConnect({
      ...network,
      answers,
      ...(page ? { page: { ...page, answers } } : {}),
    });
    expect(outcome).toMatchObject({ kind: "refused", ...wrong.refusal });
  });

  test("right answers connect, with credentials that survive storing", async () => {
    const network = await open();
    const connected = await connect(network);
    expect(connected.remoteId).not.toBe("");
    expect(connected.displayName).not.toBe("");
    expect(stored(connected.credentials)).toEqual(connected.credentials);
  });

  test("the account tells who it is, and how many follow it where the network says so", async () => {
    const network = await open();
    const { connector } = network;
    if (!connector.describe) return;
    const session = await signIn(network);
    const described = await connector.describe(session);
    const counts = new Set(["bluesky", "facebook", "instagram", "mastodon", "pinterest", "x"]);
    const followers = counts.has(connector.network) ? expect.any(Number) : undefined;
    expect(described).toMatchObject({ kind: "described", handle: session.account.handle });
    expect(described.kind === "described" && described.followers).toEqual(followers);
  });

  test("a sign-in that was given everything lacks nothing", async () => {
    const network = await open();
    const session = await signIn(network);
    await publishPart(network.connector, session, { text: "To be asked about" });
    const told = await network.connector.examine?.(session);
    if (!told) return;
    if (told.kind !== "examined") throw new Error(told.kind);
    expect(told.permissions.filter(({ isGiven }) => !isGiven)).toEqual([]);
  });
}
