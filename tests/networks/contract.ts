import { expect, test } from "vitest";

import { videoBytes } from "../support/have-video.ts";
import { collectingContract } from "./contract-of-collecting.ts";
import { signInContract } from "./contract-of-sign-in.ts";
import { choicesOf, optionsOf, earlierOf, timed } from "./contract-values.ts";
import {
  askedSince,
  partOf,
  prepare,
  publish,
  publishPart,
  publishThread,
  signIn,
  stored,
  type NetworkUnderTest,
} from "./network-under-test.ts";

/** What the engine relies on, asked of any connector. */
export function contract(open: () => Promise<NetworkUnderTest>): void {
  signInContract(open);
  collectingContract(open);

  test("preparing twice gives the same bytes, and publishing them twice one post", async () => {
    const network = await open();
    const { connector } = network;
    const session = await signIn(network);
    const part = partOf({ text: "Good morning, Amsterdam 🌞" });
    const request = await prepare(connector, session, part);
    const again = await prepare(connector, session, part);
    // A container that nobody publishes is seen by nobody: a second one may be made.
    const isContainer = connector.outcome.kind === "container";
    expect(isContainer ? { ...again, container: request["container"] } : again).toEqual(request);

    expect(await connector.reconcile(session, request, askedSince(part.createdAt))).toEqual({
      kind: "absent",
    });
    const first = await publish(connector, session, request);
    // One that only lists may make a second post: there nothing is sent again by itself.
    const second =
      connector.outcome.kind === "listing"
        ? first
        : await connector.publish(session, stored(request));
    // Some networks know their own post again, some only refuse it.
    const isRefused = connector.outcome.kind === "duplicate-listing";
    expect(second).toMatchObject(
      isRefused ? { kind: "duplicate" } : { kind: "published", remoteId: first.remoteId },
    );
    expect(await connector.reconcile(session, request, askedSince(part.createdAt))).toMatchObject({
      kind: "published",
      remoteId: first.remoteId,
      reference: first.reference,
    });
    expect(await network.read(first)).toMatchObject({ text: part.text });
  });

  test("all that publishing asks for fits into the engine's time for it", async () => {
    const network = await open();
    const { connector } = network;
    const times: number[] = [];
    const session = timed(await signIn(network), times);
    const request = await prepare(connector, session, partOf({ text: "In time" }));
    times.splice(0);
    await publish(connector, session, request);
    const total = times.reduce((sum, time) => sum + time, 0);
    expect(total).toBeLessThanOrEqual(connector.outcome.timeoutMs);
  });

  test("the parts of a thread answer each other in order", async () => {
    const network = await open();
    if (network.connector.limits.threadMax === 1) return;
    const session = await signIn(network);
    const thread = await publishThread(network.connector, session, ["One", "Two", "Three"]);
    const standing = await Promise.all(thread.map((part) => network.read(part)));
    expect(standing.map((post) => post?.text)).toEqual(["One", "Two", "Three"]);
    const parents = standing.map((post) => post?.answers);
    expect(parents).toEqual([undefined, thread[0]?.remoteId, thread[1]?.remoteId]);
  });

  test("images arrive with their descriptions", async () => {
    const network = await open();
    const session = await signIn(network);
    const images = [
      { mediaId: "red", alt: "A red square" },
      { mediaId: "blue", alt: "A blue one, “quoted”" },
    ];
    const { max, hasNoAlt } = network.connector.limits.images;
    const part = { text: "Two", images: images.slice(0, max) };
    const standing = await network.read(await publishPart(network.connector, session, part));
    expect(standing?.alts).toEqual(hasNoAlt ? [] : part.images.map(({ alt }) => alt));
  });

  test("a video arrives whole with its description, and is found again", async () => {
    const network = await open();
    const { connector } = network;
    if (!connector.limits.video) return;
    const session = await signIn(network);
    const video = { mediaId: "film", alt: "Somebody knits" };
    const part = partOf({ text: "How we knit", video });
    const request = await prepare(connector, session, part);
    const published = await publish(connector, session, request);
    const { alt, bytes } = (await network.read(published))?.video ?? {};
    expect(alt).toBe(connector.limits.video.hasNoAlt ? "" : "Somebody knits");
    expect(bytes?.equals(await videoBytes("landscape.mp4"))).toBe(true);
    expect(await connector.reconcile(session, request, askedSince(part.createdAt))).toMatchObject({
      kind: "published",
      remoteId: published.remoteId,
    });
    const found = await connector.search?.(session, part, askedSince(part.createdAt));
    expect(found ?? { kind: "published" }).toMatchObject({ kind: "published" });
  });

  test("all that can be chosen for a post is taken, and what it says of how it was made", async () => {
    const network = await open();
    const session = await signIn(network);
    for (const choice of choicesOf(network.connector)) {
      const published = await publishPart(network.connector, session, choice);
      expect(await network.read(published)).toMatchObject({ text: choice.text });
    }
  });

  test("polls, warnings and the circle of readers arrive where the network has them", async () => {
    const network = await open();
    const { limits } = network.connector;
    if (!limits.poll && !limits.hasWarnings && !limits.visibilities) return;
    const session = await signIn(network);
    const options = optionsOf(limits);
    const part = partOf({ text: "Which colour?", ...options });
    const request = await prepare(network.connector, session, part);
    const published = await publish(network.connector, session, request);
    const { options: texts, isMultiple } = options.poll ?? {};
    expect(await network.read(published)).toMatchObject({
      text: "Which colour?",
      ...options,
      ...(options.poll ? { poll: { options: texts, isMultiple } } : {}),
    });
    const asked = askedSince(part.createdAt);
    expect(await network.connector.reconcile(session, request, asked)).toMatchObject({
      kind: "published",
      remoteId: published.remoteId,
    });
  });

  test("words are changed where the network can, and everything else stays", async () => {
    const network = await open();
    const { connector } = network;
    expect(connector.edit !== undefined).toBe(connector.abilities.canEdit === true);
    if (!connector.edit) return;
    const session = await signIn(network);
    const images = [{ mediaId: "red", alt: "A red square" }];
    const part = partOf({ text: "Good mornign", images });
    const published = await publish(connector, session, await prepare(connector, session, part));
    const changed = { ...part, text: "Good morning" };
    expect(await connector.edit(session, published, changed, [part.text])).toMatchObject({
      kind: "edited",
      remoteId: published.remoteId,
    });
    expect(await network.read(published)).toMatchObject({
      text: "Good morning",
      alts: connector.limits.images.hasNoAlt ? [] : ["A red square"],
    });
  });

  test("a post is found by its content alone, where the network can be searched", async () => {
    const network = await open();
    const { connector } = network;
    if (!connector.search) return;
    const session = await signIn(network);
    const part = partOf({ text: "Nobody remembers sending this" });
    const asked = askedSince(earlierOf(part.createdAt, network.context.now()));
    const nothing = connector.outcome.kind === "listing" ? "not-shown" : "absent";
    expect(await connector.search(session, part, asked)).toMatchObject({ kind: nothing });
    const request = await prepare(connector, session, part);
    const published = await publish(connector, session, request);
    expect(await connector.search(session, part, asked)).toMatchObject({
      kind: "published",
      remoteId: published.remoteId,
    });
  });

  test("where tools may not mention first, a person gets the text in the network's own composer", async () => {
    const network = await open();
    const { connector } = network;
    const name = connector.mention("anna_knits");
    if (connector.abilities.canMention || name === undefined) return;
    const session = await signIn(network);
    const text = `Thank you ${name} & co`;
    const outcome = await connector.prepare(session, partOf({ text }));
    if (outcome.kind !== "by-hand") throw new Error(`Not by hand: ${JSON.stringify(outcome)}`);
    expect(new URL(outcome.composer).searchParams.get("text")).toBe(text);
  });

  test("a post that was taken down is gone, and taking it down again is fine", async () => {
    const network = await open();
    const { connector } = network;
    const session = await signIn(network);
    const published = await publishPart(connector, session, { text: "Only for a moment" });
    expect(await connector.remove(session, published)).toEqual({ kind: "removed" });
    expect(await connector.remove(session, published)).toEqual({ kind: "removed" });
    expect(await network.read(published)).toBeUndefined();
  });

  test("the network can be told to forget us", async () => {
    const network = await open();
    const session = await signIn(network);
    await network.connector.revoke(session);
  });
}
