import { expect, test } from "vitest";

import { refusalIn, twoWorkspaces } from "./two-workspaces.ts";

interface Shown {
  readonly accounts: readonly { readonly nextFree: string | null; readonly slots: unknown[] }[];
}

test("slots are added, taken, paused and removed", async () => {
  const { run } = await twoWorkspaces();
  const connected = await run(["account", "connect", "practice", "--json"]);
  const { id: account } = connected.json() as { id: string };
  const add = ["slots", "add", "--account", account, "--on", "mon,fri", "--at", "10:00"];
  const added: Shown = (await run([...add, "--stage", "advocacy", "--json"])).json();
  expect(added.accounts[0]?.slots).toMatchObject([
    { weekday: 1, time: "10:00", stageKey: "advocacy" },
    { weekday: 5, time: "10:00", stageKey: "advocacy" },
  ]);
  const free = added.accounts[0]?.nextFree ?? "";
  const post = ["post", "schedule", "--account", account, "--text", "Dank", "--next-slot"];
  const planned = await run([...post, "--stage", "advocacy"]);
  expect(planned.out).toContain(free.replace("T", " "));
  const listed: Shown = (await run(["slots", "list", "--json"])).json();
  expect(listed.accounts[0]?.nextFree).not.toBe(free);

  const paused = await run(["slots", "pause", "--account", account]);
  expect(paused.out).toContain("paused");
  const full = refusalIn(await run([...post, "--stage", "advocacy", "--json"]));
  expect(full).toMatchObject({ refusal: "no-free-slot", detail: { isPaused: "yes" } });
  await run(["slots", "resume", "--account", account]);
  const remove = ["slots", "remove", "--account", account, "--on", "mon", "--at", "10:00"];
  const removed: Shown = (await run([...remove, "--json"])).json();
  expect(removed.accounts[0]?.slots).toMatchObject([{ weekday: 5 }]);
  expect(refusalIn(await run([...remove, "--json"])).refusal).toBe("no-such-slot");
});

test("what cannot be a slot is refused in a sentence", async () => {
  const { run } = await twoWorkspaces();
  const { id: account } = (await run(["account", "connect", "practice", "--json"])).json() as {
    id: string;
  };
  for (const [args, refusal] of [
    [["add", "--account", account, "--on", "someday", "--at", "10:00"], "unknown-day"],
    [["add", "--account", account, "--on", "mon", "--at", "25:00"], "invalid-input"],
    [["add", "--account", "@nobody", "--on", "mon", "--at", "10:00"], "unknown-account"],
    [
      ["add", "--account", account, "--on", "mon", "--at", "10:00", "--stage", "x"],
      "unknown-stage",
    ],
  ] as const)
    expect(refusalIn(await run(["slots", ...args, "--json"])).refusal).toBe(refusal);
  const best = await run(["slots", "best", "--json"]);
  expect(best.json()).toMatchObject({ touchpoints: 0, needed: 100, best: [] });
  const make = ["slots", "best", "--add-to", account, "--json"];
  expect(refusalIn(await run(make)).refusal).toBe("no-best-times");
  const both = ["--next-slot", "--at", "2099-01-01 10:00"];
  const post = ["post", "schedule", "--account", account, "--stage", "advocacy", "--text", "x"];
  expect(refusalIn(await run([...post, ...both, "--json"])).refusal).toBe("when");
});
