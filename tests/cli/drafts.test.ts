import { expect, test } from "vitest";

import { refusalIn, twoWorkspaces } from "./two-workspaces.ts";

type Shown = { readonly id: string; readonly version: number };

test("a draft is made, edited and deleted by its id", async () => {
  const { run } = await twoWorkspaces();
  const made: Shown = (await run(["post", "draft", "--text", "Wol", "--json"])).json();
  expect(made).toMatchObject({ id: expect.any(String), version: 1 });
  const edited: Shown = (
    await run(["post", "edit", made.id, "--thread-part", "En meer", "--json"])
  ).json();
  expect(edited).toEqual({ id: made.id, version: 2 });
  expect((await run(["post", "show", made.id, "--json"])).json()).toMatchObject({
    status: "draft",
    // What was not named stays.
    parts: [{ text: "Wol" }, { text: "En meer" }],
  });
  const deleted = await run(["post", "delete", made.id, "--json"]);
  expect(deleted.json()).toEqual({ postId: made.id });
  expect(refusalIn(await run(["post", "show", made.id, "--json"]))).toMatchObject({
    refusal: "not-found",
    detail: { entity: "post", id: made.id },
  });
  expect(refusalIn(await run(["post", "delete", made.id, "--json"])).refusal).toBe("not-found");
});

test("who edits what somebody else has changed is told, and changes nothing", async () => {
  const { run } = await twoWorkspaces();
  const { id }: Shown = (await run(["post", "draft", "--text", "Een", "--json"])).json();
  await run(["post", "edit", id, "--text", "Twee", "--json"]);
  const late = await run(["post", "edit", id, "--text", "Drie", "--version", "1", "--json"]);
  expect(refusalIn(late).refusal).toBe("changed-since");
  const gone = await run(["post", "delete", id, "--version", "1", "--json"]);
  expect(refusalIn(gone).refusal).toBe("changed-since");
  const shown = (await run(["post", "show", id, "--json"])).json();
  expect(shown).toMatchObject({ text: "Twee", version: 2 });
  expect((await run(["post", "list", "--json"])).json()).toMatchObject([{ id, version: 2 }]);
  expect(await run(["post", "delete", id, "--version", "2", "--json"])).toMatchObject({ code: 0 });
});

test("another workspace's post is none", async () => {
  const { run, there } = await twoWorkspaces();
  const { id }: Shown = (await run(["post", "draft", "--text", "Ons", "--json"])).json();
  for (const args of [
    ["post", "edit", id, "--text", "Hun"],
    ["post", "delete", id],
    ["post", "show", id],
  ]) {
    const [theirs, none] = [
      refusalIn(await there([...args, "--json"])),
      refusalIn(await there([...args.map((arg) => (arg === id ? "none" : arg)), "--json"])),
    ];
    expect(theirs.message.replace(id, "none")).toBe(none.message);
    expect(theirs.refusal).toBe("not-found");
  }
  expect((await run(["post", "show", id, "--json"])).json()).toMatchObject({ text: "Ons" });
});

test("what cannot be a draft is refused, and none is left behind", async () => {
  const { run } = await twoWorkspaces();
  for (const [args, refusal] of [
    [["--text", "x", "--stage", "heaven"], "unknown-stage"],
    [["--text", "x", "--account", "@nobody"], "unknown-account"],
    [["--text", "x".repeat(30_000)], "invalid-input"],
    [[], "nothing-written"],
    [["--text", "\u200B"], "nothing-written"],
  ] as const)
    expect(refusalIn(await run(["post", "draft", ...args, "--json"])).refusal, args.join(" ")).toBe(
      refusal,
    );
  expect((await run(["post", "list", "--json"])).json()).toEqual([]);
  expect((await run(["post", "draft", "--text", "x", "--account", "ada"])).err).toBe(
    "There is no connected account ada; none is connected.",
  );
});
