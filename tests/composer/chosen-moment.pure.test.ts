import { beforeEach, expect, test } from "vitest";

import { ChosenMoment } from "../../app/_components/composer/chosen-moment.ts";
import type { When } from "../../app/_components/composer/draft.ts";
import { aServer, empty, keeperOf, owner, written } from "./keeper.ts";

const next: When = { kind: "next", chosenAt: "2026-03-02T09:00" };
const chosen = (chosenAt: string): When => ({ kind: "chosen", chosenAt });
const friday = chosen("2026-03-06T16:30");

let storage: Map<string, string>;
beforeEach(() => {
  storage = new Map();
  const localStorage = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  };
  Object.assign(globalThis, { window: { localStorage } });
});

const opened = (postId: string | undefined, shown: When, isScheduled = false) =>
  new ChosenMoment(owner, postId).begin(shown, isScheduled);

test("a moment that was chosen is there on return, for this post and person alone", () => {
  const moment = new ChosenMoment(owner, "one");
  expect(moment.begin(next, false)).toBeUndefined();
  moment.keep(friday);
  // The next free time is another one by now.
  expect(opened("one", { ...next, chosenAt: "2026-03-03T09:00" })).toEqual(friday);
  expect(opened("two", next)).toBeUndefined();
  expect(opened(undefined, next)).toBeUndefined();
  expect(new ChosenMoment("ben workspace-1", "one").begin(next, false)).toBeUndefined();
  moment.drop();
  expect(opened("one", next)).toBeUndefined();
});

test("who asks for another time, or finds the post planned otherwise, gets that", () => {
  const planned = chosen("2026-03-04T10:00");
  const moment = new ChosenMoment(owner, "one");
  moment.begin(planned, true);
  moment.keep(friday);
  expect(opened("one", planned, true)).toEqual(friday);
  expect(opened("one", chosen("2026-03-05T10:00"), true)).toBeUndefined();
  expect(opened("one", next)).toBeUndefined();
});

test("a time that came with the address goes on with the draft that it becomes", async () => {
  const keeper = keeperOf(empty, { send: aServer().send });
  keeper.moment.begin(friday, false);
  keeper.change(written("Wol"));
  expect(await keeper.save()).toBe("post");
  expect(opened("post", next)).toEqual(friday);
  expect(opened(undefined, next)).toBeUndefined();
  keeper.moment.keep(chosen("2026-03-07T11:00"));
  expect(opened("post", next)).toEqual(chosen("2026-03-07T11:00"));
  keeper.forget();
  expect(storage.size).toBe(0);
});

test("what another version kept, or somebody wrote there, is no moment", () => {
  const moment = new ChosenMoment(owner, "one");
  moment.begin(next, false);
  moment.keep(friday);
  const [key = ""] = storage.keys();
  for (const foreign of [
    "{",
    "7",
    "[]",
    '{"when":null}',
    '{"when":{"kind":"now"},"before":null}',
  ]) {
    storage.set(key, foreign);
    expect(opened("one", next)).toBeUndefined();
  }
});
