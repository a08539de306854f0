import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createHttpClient } from "#lib/http/client";
import { HttpFailure } from "#lib/kernel/ports";
import type { Json, JsonObject, Published } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";
import { mastodon } from "#lib/networks/mastodon/connector";
import { accessToken, ownId } from "#lib/networks/mastodon/token";

import {
  askedSince,
  collectAll,
  partOf,
  prepare,
  publishPart,
  publishThread,
  sessionOf,
} from "../networks/network-under-test.ts";
import { signInByAuthorization } from "../support/sign-in-by-authorization.ts";
import { isSnacInstalled, startSnac, type SnacServer } from "../support/snac-server.ts";

/**
 * Against a real server that we did not write: snac2 ignores the key, gives pictures other ids, drops
 * polls and has neither DELETE nor the newer address of an instance.
 */
if (!isSnacInstalled)
  process.stderr.write("skipped: snac2 is not installed here (Debian: apt-get install snac2).\n");

const picture = { mediaId: "red", alt: "A red scarf" };

describe.skipIf(!isSnacInstalled)("a real snac2", () => {
  let server: SnacServer;
  let wool: Session;
  let anna: Session;
  let limits: unknown;

  beforeAll(async () => {
    server = await startSnac();
    const brand = await connectedAs("wool");
    [wool, limits] = [brand.session, brand.outcome.limits];
    anna = (await connectedAs("anna")).session;
  }, 60_000);
  afterAll(() => server?.stop());

  async function connectedAs(login: "wool" | "anna") {
    const remembered = new Map<string, JsonObject>();
    const context = {
      http: createHttpClient("127.0.0.1"),
      now: () => new Date(),
      workspaceId: "workspace-1",
      memory: {
        recall: async (key: string) => remembered.get(key),
        remember: async (key: string, value: JsonObject) => void remembered.set(key, value),
      },
    };
    const page = {
      answers: { server: server.url },
      approve: (address: string) => server.authorize(address, login),
    };
    const outcome = await signInByAuthorization(mastodon, context, page);
    if (outcome.kind !== "connected") throw new Error(JSON.stringify(outcome));
    return { outcome, session: sessionOf(context, outcome) };
  }

  /** What stands there, by the server's own public page. */
  async function isThere({ url }: Published): Promise<boolean> {
    return (await fetch(url)).status === 200;
  }

  async function ownPosts(session: Session): Promise<{ id: string; content: string }[]> {
    const { credentials } = session;
    const address = `${server.url}/api/v1/accounts/${ownId(credentials)}/statuses?limit=40`;
    const headers = { authorization: `Bearer ${accessToken(credentials)}` };
    return (await (await fetch(address, { headers })).json()) as { id: string; content: string }[];
  }

  const countOf = async (words: string) =>
    (await ownPosts(wool)).filter(({ content }) => content.includes(words)).length;

  /** The next post is carried out, or not, and its answer lost. */
  function losing(session: Session, { arrives }: { arrives: boolean }): Session {
    const send: Session["http"]["send"] = async (url, request) => {
      const isPost = request?.method === "POST" && url.endsWith("/api/v1/statuses");
      if (!isPost || arrives) {
        const answer = await session.http.send(url, request);
        if (!isPost) return answer;
      }
      throw new HttpFailure("unreachable", true, "other side closed");
    };
    return { ...session, http: { ...session.http, send } };
  }

  test("connects by the older address, with the limits that it tells", () => {
    expect(limits).toMatchObject({ text: { max: 100_000 }, images: { max: 4 } });
  });

  test.each([
    ["words", { text: "A scarf of *real* wool <3 https://wool.example/a" }],
    ["a picture", { text: "A picture", images: [picture] }],
    ["a warning", { text: "Behind it", warning: "Wool" }],
    [
      "unlisted",
      { text: "Quietly", visibility: "unlisted" as const },
      // It shows this to everybody.
      { missing: ["for-other-readers"] },
    ],
    ["followers", { text: "For followers", visibility: "followers" as const }],
  ])("publishes %s, and says what did not come out", async (_name, over, told: object = {}) => {
    const request = await prepare(mastodon, wool, partOf({ createdAt: new Date(), ...over }));
    expect(await mastodon.publish(wool, request)).toMatchObject({ kind: "published", ...told });
  });

  test("a poll that it leaves off is told", async () => {
    const poll = { options: ["Blue", "Red"], minutes: 60, isMultiple: false };
    const request = await prepare(mastodon, wool, partOf({ text: "Which?", poll }));
    expect(await mastodon.publish(wool, request)).toMatchObject({
      kind: "published",
      missing: ["without-its-poll"],
    });
  });

  test("a thread hangs together", async () => {
    const thread = await publishThread(mastodon, wool, ["Thread one", "Thread two"]);
    expect(new Set(thread.map(({ remoteId }) => remoteId)).size).toBe(2);
  });

  test.each([
    ["words", { text: "Lost words, and found again" }, "Lost words"],
    ["a picture", { text: "Lost picture, and found again", images: [picture] }, "Lost picture"],
  ])("what arrived and was not answered is found, once: %s", async (_name, over, words) => {
    const part = partOf({ createdAt: new Date(), ...over });
    const request = await prepare(mastodon, wool, part);
    const lost = await mastodon.publish(losing(wool, { arrives: true }), request);
    expect(lost).toMatchObject({ kind: "unknown" });
    const asked = askedSince(part.createdAt);
    expect(await mastodon.reconcile(wool, request, asked)).toMatchObject({ kind: "published" });
    expect(await mastodon.search?.(wool, part, asked)).toMatchObject({ kind: "published" });
    expect(await countOf(words)).toBe(1);
  });

  test("what it made other words of is put before a person", async () => {
    const part = partOf({ text: "Lost **and** changed `wool`", createdAt: new Date() });
    const request = await prepare(mastodon, wool, part);
    await mastodon.publish(losing(wool, { arrives: true }), request);
    const found = await mastodon.reconcile(wool, request, askedSince(part.createdAt));
    if (found.kind !== "published")
      expect(found).toMatchObject({ kind: "not-shown", candidates: expect.any(Array) });
  });

  test("what did not arrive is never sent again unasked: it takes the same request twice", async () => {
    const part = partOf({ text: "Never arrived", createdAt: new Date() });
    const request = await prepare(mastodon, wool, part);
    await mastodon.publish(losing(wool, { arrives: false }), request);
    expect(await mastodon.reconcile(wool, request, askedSince(part.createdAt))).toMatchObject({
      kind: "not-shown",
    });
    await mastodon.publish(wool, request);
    await mastodon.publish(wool, request);
    expect(await countOf("Never arrived")).toBe(2);
  });

  test("nothing is called removed that is still there", async () => {
    const post = await publishPart(mastodon, wool, { text: "To be taken down" });
    const outcome = await mastodon.remove(wool, post);
    expect(await isThere(post)).toBe(outcome.kind !== "removed");
  });

  test("reactions are collected once", async () => {
    const post = await publishPart(mastodon, wool, { text: "React to this" });
    const cursor = (await collectAll(mastodon, wool, null)).cursor;
    server.meet("anna", post.url);
    const target = { root: { id: post.remoteId }, parent: { id: post.remoteId } };
    expect(await mastodon.appreciate?.(anna, target, "like")).toMatchObject({ kind: "done" });
    await publishPart(mastodon, anna, { text: "So warm!", replyTo: target });
    const found = await collectUntil(wool, cursor, 2);
    expect(found.touchpoints.map(({ type }) => type).toSorted()).toEqual(["like", "reply"]);
    expect((await collectAll(mastodon, wool, found.cursor)).touchpoints).toEqual([]);
  }, 30_000);

  /** It works its queue off in its own time. */
  async function collectUntil(session: Session, cursor: Json, count: number) {
    for (let tries = 0; ; tries += 1) {
      const found = await collectAll(mastodon, session, cursor);
      if (found.touchpoints.length >= count || tries > 40) return found;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
});
