import { describe, expect, test } from "vitest";

import { collectAll, publishPart } from "../network-under-test.ts";
import { day, oneServer, pass } from "./one-server.ts";
import { connected } from "./under-test.ts";
import { addPost } from "./world.ts";

const threads = oneServer();

describe("collecting", () => {
  test("without Meta's review mentions are not told, and answers are", async () => {
    const { connector, session, anna, brand } = await connected(threads.server);
    threads.server.settings.isReviewed = false;
    const { remoteId } = await publishPart(connector, session, { text: "Well?" });
    addPost(threads.server.world, anna, { text: `@${brand.username} lovely`, replyTo: remoteId });
    const { touchpoints } = await collectAll(connector, session, null);
    expect(touchpoints.map(({ type }) => type)).toEqual(["reply"]);
  });

  test("who answers another person under our post is told apart from who answers us", async () => {
    const { connector, session, anna, bram, brand } = await connected(threads.server);
    const { remoteId } = await publishPart(connector, session, { text: "How do you wash wool?" });
    const question = addPost(threads.server.world, anna, {
      text: "Does it shrink?",
      replyTo: remoteId,
    });
    const ours = addPost(threads.server.world, brand, { text: "Not at 30°", replyTo: question.id });
    addPost(threads.server.world, bram, { text: "Mine did not", replyTo: question.id });
    addPost(threads.server.world, anna, { text: "Thank you!", replyTo: ours.id });
    const { touchpoints } = await collectAll(connector, session, null);
    expect(
      touchpoints.map(({ text, isAnswerToOther }) => [text, isAnswerToOther === true]),
    ).toEqual(
      expect.arrayContaining([
        ["Does it shrink?", false],
        ["Mine did not", true],
        ["Thank you!", false],
      ]),
    );
    expect(touchpoints).toHaveLength(3);
  });

  test("hundreds of answers are each told once, over several pages and rounds", async () => {
    const { connector, session } = await connected(threads.server);
    const { remoteId } = await publishPart(connector, session, { text: "Everybody?" });
    const answer = (from: number, until: number) => {
      for (let n = from; n < until; n += 1) {
        pass(threads, 1_000);
        addPost(threads.server.world, threads.server.join(`fan${n}_of_${remoteId}`), {
          text: `Me, ${n}`,
          replyTo: remoteId,
        });
      }
    };
    answer(0, 180);
    const first = await collectAll(connector, session, null);
    expect(first.touchpoints).toHaveLength(180);
    answer(180, 260);
    const second = await collectAll(connector, session, first.cursor);
    expect(second.touchpoints).toHaveLength(80);
    const all = [...first.touchpoints, ...second.touchpoints];
    expect(new Set(all.map((one) => one.remoteId)).size).toBe(260);
  });

  test("one entry that cannot be read does not take the others along", async () => {
    const { connector, session, anna } = await connected(threads.server);
    const { remoteId } = await publishPart(connector, session, { text: "Well?" });
    addPost(threads.server.world, anna, { text: "Fine", replyTo: remoteId });
    threads.server.faults.next("conversation", {
      status: 200,
      body: { data: [{ id: { no: "text" } }, null, { id: "5", username: "x", timestamp: "?" }] },
    });
    const { touchpoints, cursor } = await collectAll(connector, session, null);
    expect(touchpoints).toEqual([]);
    const after = await collectAll(connector, session, cursor);
    expect(after.touchpoints.map(({ text }) => text)).toEqual(["Fine"]);
  });

  test("a page that Threads does not know any more is begun anew, and nothing is lost", async () => {
    const { connector, session } = await connected(threads.server);
    const { remoteId } = await publishPart(connector, session, { text: "Everybody?" });
    for (let n = 0; n < 120; n += 1)
      addPost(threads.server.world, threads.server.join(`of${n}_${remoteId}`), {
        text: `Me, ${n}`,
        replyTo: remoteId,
      });
    threads.server.faults.next("conversation", { delayMs: 0 }, missing);
    const first = await collectAll(connector, session, null);
    const second = await collectAll(connector, session, first.cursor);
    const told = [...first.touchpoints, ...second.touchpoints].map(({ remoteId: id }) => id);
    expect(new Set(told).size).toBe(120);
  });

  test("answers to an old post are looked for more seldom, and found", async () => {
    const { connector, session, anna } = await connected(threads.server);
    const { remoteId } = await publishPart(connector, session, { text: "Well?" });
    const answered = (text: string) =>
      addPost(threads.server.world, anna, { text, replyTo: remoteId });
    answered("First");
    pass(threads, 5 * day);
    const first = await collectAll(connector, session, null);
    answered("Second");
    pass(threads, day / 24);
    const tooSoon = await collectAll(connector, session, first.cursor);
    expect(tooSoon.touchpoints).toEqual([]);
    pass(threads, day / 4);
    const later = await collectAll(connector, session, tooSoon.cursor);
    expect(later.touchpoints.map(({ text }) => text)).toEqual(["Second"]);
  });
});

const error = { code: 100, error_subcode: 33, message: "Object does not exist" };
const missing = { status: 400, body: { error } };
