import { describe, expect, test } from "vitest";

import { countText } from "#lib/networks/contract/limits";
import { accessToken } from "#lib/networks/kit/long-token";
import { limits } from "#lib/networks/threads/limits";

import { noon } from "../../support/context.ts";
import { partOf, prepare, publishPart, tryToConnect } from "../network-under-test.ts";
import { day, oneServer, pass } from "./one-server.ts";
import { connected, threadsUnderTest } from "./under-test.ts";

const threads = oneServer();

describe("counting", () => {
  test.each([
    ["plain", 5],
    ["Ä é ß", 5],
    ["👍", 4],
    ["👨‍👩‍👧‍👦", 25],
    ["🇳🇱 ok", 11],
    ["❤️", 6],
  ])("%s counts as %d", (text, used) => {
    expect(countText(text, limits.text)).toMatchObject({ used });
  });
});

describe("signing in", () => {
  test("the token of an hour is traded for one of sixty days", async () => {
    const { session } = await connected(threads.server);
    pass(threads, 59 * day);
    expect(accessToken(session.credentials, threads.now)).toBeDefined();
    pass(threads, 2 * day);
    expect(accessToken(session.credentials, threads.now)).toBeUndefined();
  });

  test("a week later it is renewed, a failure of that stops nothing, and the old one goes on", async () => {
    const { connector, session } = await connected(threads.server);
    expect(await connector.describe?.(session)).toMatchObject({ kind: "described" });
    pass(threads, 8 * day);
    expect(await connector.describe?.(session)).toEqual({ kind: "expired" });
    const renewed = await connector.refresh(session);
    if (renewed.kind !== "refreshed") throw new Error(renewed.kind);
    pass(threads, 55 * day);
    expect(accessToken(renewed.credentials, threads.now)).toBeDefined();
    const { kind } = await connector.collect(
      { ...session, credentials: renewed.credentials },
      null,
    );
    expect(kind).toBe("collected");
  });

  test("one that has run out needs a person, and Threads is not even asked", async () => {
    const { connector, session } = await connected(threads.server);
    pass(threads, 61 * day);
    const before = threads.server.requests.length;
    expect(await connector.refresh(session)).toMatchObject({ kind: "reconnect" });
    expect(await connector.prepare(session, partOf({}))).toMatchObject({ kind: "reconnect" });
    expect(threads.server.requests).toHaveLength(before);
  });

  test.each([
    ["a wrong secret", { clientSecret: "wrong" }, "wrong-credentials"],
    ["no secret", { clientSecret: "" }, "wrong-credentials"],
    ["no app id", { clientId: " " }, "wrong-credentials"],
  ])("%s is refused", async (_case, answers, code) => {
    const network = await threadsUnderTest(threads.server);
    const page = network.page && { ...network.page };
    if (!page) throw new Error("No page.");
    const outcome = await tryToConnect({
      ...network,
      page: { ...page, answers: { ...page.answers, ...answers } },
    });
    expect(outcome).toMatchObject({ kind: "refused", code });
  });

  test("texts, secrets and tokens stand in no address that is posted to", async () => {
    const { connector, session } = await connected(threads.server);
    await publishPart(connector, session, { text: "Not in an address" });
    const posted = threads.server.requests.filter(({ method }) => method === "POST");
    expect(posted.length).toBeGreaterThan(0);
    for (const { path, query } of posted.filter(({ path: to }) => to !== "/oauth/authorize"))
      expect(`${path}?${query}`).not.toMatch(/secret|token=|Not/);
  });
});

describe("pictures", () => {
  const images = [{ mediaId: "red", alt: "Red" }];

  test("are waited for while Threads fetches them", async () => {
    const { connector, session } = await connected(threads.server);
    threads.server.settings.processingMs = 500;
    const began = noon.getTime();
    const tick = setInterval(() => pass(threads, 200), 20);
    const request = await prepare(connector, session, partOf({ images }));
    clearInterval(tick);
    expect(threads.now.getTime() - began).toBeGreaterThanOrEqual(500);
    expect(await connector.publish(session, request)).toMatchObject({ kind: "published" });
  });

  test("one that cannot be fetched is refused, and nothing is posted", async () => {
    const { connector, session } = await connected(threads.server);
    const before = threads.server.world.posts.length;
    const away = { ...session, sharedImage: async () => "http://127.0.0.1:1/away.jpg" };
    expect(await connector.prepare(away, partOf({ images }))).toMatchObject({
      kind: "refused",
      code: "image-unreadable",
      detail: "FAILED_DOWNLOADING_IMAGE",
    });
    expect(threads.server.world.posts).toHaveLength(before);
  });

  test("where nothing of ours can be reached that is said, and Threads is not asked", async () => {
    const { connector, session } = await connected(threads.server);
    const before = threads.server.requests.length;
    const hidden = { ...session, sharedImage: async () => undefined };
    expect(await connector.prepare(hidden, partOf({ images }))).toMatchObject({
      kind: "refused",
      code: "no-public-address",
    });
    expect(threads.server.requests).toHaveLength(before);
  });
});
