import { expect, onTestFinished, test } from "vitest";

import { mastodon } from "#lib/networks/mastodon/connector";
import { streamingBase } from "#lib/networks/mastodon/listen";

import { startMastodonServer } from "./server.ts";
import { connected } from "./under-test.ts";

async function listening() {
  const server = await startMastodonServer();
  onTestFinished(() => server.stop());
  const world = await connected(server);
  const heard = { news: 0, ends: 0 };
  const stop = mastodon.listen?.(
    world.session,
    () => (heard.news += 1),
    () => (heard.ends += 1),
  );
  onTestFinished(() => stop?.());
  await expect.poll(() => heard.news).toBe(1);
  return { server, ...world, heard, stop };
}

test("hears of what others do, at once, and not of heartbeats", async () => {
  const { server, brand, anna, heard } = await listening();
  server.streams.thump();
  anna.post("About something else");
  anna.post(`Hello @${brand.handle}`);
  await expect.poll(() => heard.news).toBe(2);
  anna.follow(brand.handle);
  await expect.poll(() => heard.news).toBe(3);
  expect(heard.ends).toBe(0);
});

test("says once that the line is broken", async () => {
  const { server, heard } = await listening();
  server.streams.breakAll();
  await expect.poll(() => heard.ends).toBe(1);
});

test("hangs up without a word when it is told to", async () => {
  const { server, heard, stop } = await listening();
  stop?.();
  await expect.poll(() => server.streams.size).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard.ends).toBe(0);
});

test("a token that was taken back ends it, and opens no other", async () => {
  const { server, session, heard } = await listening();
  await mastodon.revoke(session);
  server.streams.thump();
  await expect.poll(() => heard.ends).toBe(1);
  let ends = 0;
  mastodon.listen?.(
    session,
    () => undefined,
    () => (ends += 1),
  );
  await expect.poll(() => ends).toBe(1);
  expect(heard.news).toBe(1);
});

test.each([
  ["wss://mastodon.social", "https://mastodon.social"],
  ["wss://streaming.mastodon.social", "https://streaming.mastodon.social"],
  [undefined, "https://mastodon.social"],
  ["ws://mastodon.social", undefined],
  ["wss://evil.example", undefined],
  ["wss://evilmastodon.social", undefined],
  ["nonsense", undefined],
])("a token goes to the account's own host or below it: %s", (named, expected) => {
  expect(streamingBase("https://mastodon.social", named)).toBe(expected);
});

test("a database that is away ends it, and nothing more", async () => {
  const { session } = await listening();
  const memory = { ...session.memory, recall: () => Promise.reject(new Error("no connection")) };
  const problems: unknown[] = [];
  mastodon.listen?.(
    { ...session, memory },
    () => undefined,
    (problem) => problems.push(problem),
  );
  await expect.poll(() => problems).toEqual([new Error("no connection")]);
});
