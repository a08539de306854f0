import { beforeEach, expect, test } from "vitest";

import type { SaveDraft } from "../../app/_components/composer/save-draft.ts";
import { aServer, empty, keeperOf, never, owner, written } from "./keeper.ts";

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

test("what was typed and never saved is there on return, for this person and this post alone", () => {
  keeperOf(empty).change(written("An idea"));
  const again = keeperOf(empty);
  again.restore();
  expect(again.current()).toMatchObject({ draft: written("An idea"), isRestored: true });
  const others = keeperOf(empty, { owner: "ben workspace-1" });
  others.restore();
  expect(others.current()).toMatchObject({ draft: empty, isRestored: false });
  again.dropRestored();
  expect(storage.size).toBe(0);
});

test("what the server has needs no copy; what was typed while it was saved has one", async () => {
  const server = aServer();
  const keeper = keeperOf(empty, { send: server.send });
  keeper.change(written("One"));
  const saving = keeper.save();
  await Promise.resolve();
  keeper.change(written("One and two"));
  await saving;
  expect(server.sent.map(({ parts }) => parts[0]?.text)).toEqual(["One"]);
  const again = keeperOf(written("One"), { postId: "post", version: 1 });
  again.restore();
  expect(again.current().draft).toEqual(written("One and two"));
  expect(await keeper.save()).toBe("post");
  expect(storage.size).toBe(0);
});

test("an answer that never came is not taken for somebody else's edit", async () => {
  const silent = keeperOf(written("Old"), { postId: "post", version: 4, send: () => never() });
  silent.change(written("New"));
  void silent.save();
  await Promise.resolve();
  silent.change(written("Newer"));
  // It arrived all the same: the server has "New" as its fifth version.
  const again = keeperOf(written("New"), { postId: "post", version: 5 });
  again.restore();
  expect(again.current().draft).toEqual(written("Newer"));
  expect(again.input()).toMatchObject({ version: 5 });
});

test("after somebody else's edit nothing is saved until it was seen, and nothing typed is lost", async () => {
  const server = aServer("changed-since");
  const keeper = keeperOf(written("Old"), { postId: "post", version: 1, send: server.send });
  keeper.change(written("Mine"));
  expect(await keeper.save()).toBeUndefined();
  keeper.change(written("Mine, too"));
  expect(await keeper.save()).toBeUndefined();
  expect(server.sent).toHaveLength(1);
  expect(keeper.current()).toMatchObject({
    draft: written("Mine, too"),
    state: { kind: "failed", refusal: "changed-since" },
  });
  server.answer = undefined;
  keeper.settle(7);
  await keeper.save();
  expect(server.sent.at(-1)).toMatchObject({ version: 7, parts: [{ text: "Mine, too" }] });
});

test("a post that was deleted meanwhile goes on as a new one", async () => {
  const server = aServer("not-found", { entity: "post" });
  const keeper = keeperOf(written("Old"), { postId: "gone", version: 1, send: server.send });
  keeper.change(written("Mine"));
  await keeper.save();
  server.answer = undefined;
  expect(await keeper.detach()).toBe("post");
  expect(server.sent.at(-1)?.postId).toBeUndefined();
});

test("a new post whose answer is lost is saved under the same name, also after leaving", async () => {
  const lost = { ...aServer(), send: () => Promise.reject(new Error("No answer.")) };
  const asked: (string | undefined)[] = [];
  const send: SaveDraft = (input) => {
    asked.push(input.newPostId);
    return lost.send();
  };
  const keeper = keeperOf(empty, { send });
  keeper.change(written("An idea"));
  await keeper.save();
  keeper.change(written("An idea, longer"));
  await keeper.save();
  const again = keeperOf(empty, { send });
  again.restore();
  await again.save();
  expect(new Set(asked).size).toBe(1);
  expect(asked).toHaveLength(3);
  const emptied = aServer("nothing-written");
  const other = keeperOf(written("Old"), { postId: "post", version: 1, send: emptied.send });
  other.change(empty);
  await other.save();
  emptied.answer = undefined;
  other.change(written("Anew"));
  await other.save();
  expect(emptied.sent.at(-1)?.newPostId).not.toBe(asked[0]);
});

test("what meets its own try, whose answer was lost, follows on it; what is somebody else's is shown", async () => {
  const server = aServer();
  let isLost = true;
  const send: SaveDraft = async (input) => {
    await server.send(input);
    if (isLost) throw new Error("No answer.");
    if (input.version !== 9) return { ok: false, refusal: "changed-since", detail: met };
    return { ok: true, value: { id: "made", version: 10 } };
  };
  const met: Record<string, string> = { postId: "made" };
  for (const [there, isOwn] of [
    [written("Two"), true],
    [written("Somebody else"), false],
  ] as const) {
    isLost = true;
    const load = async () => ({
      ok: true as const,
      value: { draft: there, version: 9, isScheduled: false },
    });
    const keeper = keeperOf(empty, { send, load });
    for (const text of ["One", "Two"]) {
      keeper.change(written(text));
      await keeper.save();
    }
    isLost = false;
    keeper.change(written("Three"));
    expect(await keeper.save()).toBe(isOwn ? "made" : undefined);
    expect(keeper.postId).toBe("made");
    expect(keeper.current().state.kind).toBe(isOwn ? "saved" : "failed");
    storage.clear();
  }
});

test("a page that comes back by Back goes on with what was stored since, and a newer one with its own", async () => {
  const her = { owner: "cleo workspace-1" };
  const server = aServer();
  const keeper = keeperOf(empty, { ...her, send: server.send });
  keeper.change(written("One"));
  await keeper.save();
  keeper.change(written("One and two"));
  keeper.enter(true)();
  await keeper.save();
  for (const [start, addressed] of [
    [keeperOf(empty, her), "post"],
    [keeperOf(written("One"), { ...her, postId: "post", version: 1 }), "post"],
  ] as const) {
    start.restore(addressed);
    expect(start.current()).toMatchObject({ draft: written("One and two"), isRestored: false });
    expect(start.input()).toMatchObject({ postId: "post", version: 2 });
  }
  const newer = keeperOf(written("Theirs"), { ...her, postId: "post", version: 3 });
  newer.restore("post");
  expect(newer.current().draft).toEqual(written("Theirs"));
  const another = keeperOf(empty, her);
  another.restore();
  expect(another.current().draft).toEqual(empty);
});

test("once a page is left its address is another one's", async () => {
  const told: (string | undefined)[] = [];
  const onPost = (postId: string | undefined) => void told.push(postId);
  for (const isLeft of [true, false]) {
    const keeper = keeperOf(empty, { owner: `dora ${isLeft}`, onPost });
    const leave = keeper.enter(true);
    keeper.change(written("An idea"));
    if (isLeft) leave();
    await keeper.save();
  }
  expect(told).toEqual(["post"]);
});

test("who goes elsewhere while a new post is on its way finds it under its name; one that is not waits", async () => {
  const told: (string | undefined)[] = [];
  const server = aServer();
  const keeper = keeperOf(empty, { send: server.send, onPost: (id) => void told.push(id) });
  keeper.change(written("An idea"));
  const saving = keeper.save();
  await Promise.resolve();
  keeper.leave();
  await saving;
  expect(told).toEqual([server.sent[0]?.newPostId]);

  const waiting = keeperOf(empty, { send: server.send, owner: "dora" });
  waiting.change(written("Another"));
  waiting.leave();
  waiting.autosave();
  expect(server.sent).toHaveLength(1);
  const back = keeperOf(empty, { owner: "dora" });
  back.restore();
  expect(back.current().draft).toEqual(written("Another"));
});

test("what is dropped after it was stored goes from the server, too", async () => {
  keeperOf(written("Saved"), { postId: "post", version: 3 }).change(written("Typed and left"));
  const server = aServer();
  const keeper = keeperOf(written("Saved"), { postId: "post", version: 3, send: server.send });
  keeper.restore();
  await keeper.save();
  keeper.dropRestored();
  await keeper.save();
  expect(server.sent.map(({ parts }) => parts[0]?.text)).toEqual(["Typed and left", "Saved"]);
  expect(keeper.current()).toMatchObject({ draft: written("Saved"), isRestored: false });
});

test.each([
  ["no JSON", "{"],
  ["something else", '{"draft":{"parts":"text"}}'],
  ["nothing", "null"],
])("a copy that is %s is no copy", (_what, stored) => {
  storage.set(`shoutloop draft ${owner} new`, stored);
  const keeper = keeperOf(empty);
  keeper.restore();
  expect(keeper.current()).toMatchObject({ draft: empty, isRestored: false });
});

test("where the browser keeps nothing, writing goes on", () => {
  Object.assign(globalThis, {
    window: {
      get localStorage(): never {
        throw new Error("denied");
      },
    },
  });
  const keeper = keeperOf(empty);
  keeper.restore();
  keeper.change(written("An idea"));
  expect(keeper.current().draft).toEqual(written("An idea"));
});
