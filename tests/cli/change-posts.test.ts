import { expect, test } from "vitest";

import { refusalIn, twoWorkspaces } from "./two-workspaces.ts";

interface Changed {
  readonly isDone: boolean;
  readonly rows: readonly { readonly after: { readonly publishAt: string } | null }[];
}

test("many posts are looked at and changed at once, or none of them", async () => {
  const { run } = await twoWorkspaces();
  const connected = await run(["account", "connect", "practice", "--json"]);
  const { id: account } = connected.json() as { id: string };
  const write = ["post", "schedule", "--account", account, "--stage", "advocacy", "--text", "x"];
  const plan = async (at: string) =>
    ((await run([...write, "--at", at, "--json"])).json() as { id: string }).id;
  const ids = [await plan("2099-03-02 09:00"), await plan("2099-03-03 09:00")];
  const change = ["post", "change", ...ids];
  const look: Changed = (await run([...change, "--days", "7", "--preview", "--json"])).json();
  expect(look.isDone).toBe(false);
  const done: Changed = (await run([...change, "--days", "7", "--json"])).json();
  expect(done).toEqual({ ...look, isDone: true });
  const drafted = ((await run(["post", "draft", "--text", "y", "--json"])).json() as { id: string })
    .id;
  const mixed = await run([...change, drafted, "--minutes", "30"]);
  expect(mixed.code).toBe(1);
  expect(mixed.err).toContain(`Nothing was changed: 1 of them cannot be. ${drafted}:`);
  expect((await run([...change, drafted, "--stage", "advocacy"])).code).toBe(0);
  expect((await run([...change, drafted, "--delete", "--lang", "nl"])).out).toContain(drafted);
  expect((await run(["post", "list", "--json"])).json()).toEqual([]);
});

test("one thing at a time, of posts that there are", async () => {
  const { run } = await twoWorkspaces();
  for (const [args, refusal] of [
    [["nope", "--queue"], "not-found"],
    [["nope"], "not-found"],
  ] as const)
    expect(refusalIn(await run(["post", "change", ...args, "--json"])).refusal).toBe(refusal);
  const { id } = (await run(["post", "draft", "--text", "y", "--json"])).json() as { id: string };
  for (const [args, refusal] of [
    [[], "one-change"],
    [["--queue", "--delete"], "one-change"],
    [["--to-day", "2026-02-30"], "invalid-input"],
    [["--days", "1e9"], "invalid-input"],
    [["--stage", "x"], "unknown-stage"],
  ] as const)
    expect(refusalIn(await run(["post", "change", id, ...args, "--json"])).refusal).toBe(refusal);
});
