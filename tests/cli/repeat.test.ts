import { expect, test } from "vitest";

import { refusalIn, twoWorkspaces } from "./two-workspaces.ts";

interface Shown {
  readonly id: string;
  readonly plannedCount: number;
  readonly nextAt: string | null;
  readonly texts: readonly string[];
  readonly isOver: boolean;
}

test("a post is repeated, shown in words and ended", async () => {
  const { run } = await twoWorkspaces();
  const account = await connected(run);
  const planned = await run([...schedule(account, "Weekmarkt"), "--json"]);
  const { id: postId } = planned.json() as { id: string };
  const repeat = ["repeat", "post", postId, "--rule", "FREQ=DAILY;COUNT=5"];
  const made: Shown = (await run([...repeat, "--json"])).json();
  expect(made).toMatchObject({ plannedCount: 5, texts: ["Weekmarkt"], isOver: false });
  const listed = await run(["--lang", "nl", "repeat"]);
  expect(listed.out).toMatch(/Elke dag om .*, .*5.* keer/);
  expect(listed.out).toContain("Weekmarkt");
  expect((await run(["repeat", "show", made.id])).out).toContain("practice:");
  const again = refusalIn(await run([...repeat, "--json"]));
  expect(again.refusal).toBe("repeats-already");

  const ended = await run(["repeat", "end", made.id, "--from", "2000-01-01", "--json"]);
  expect(ended.json()).toEqual({ deletedCount: 5, draftCount: 0, keptCount: 0 });
  const [after]: Shown[] = (await run(["repeat", "list", "--json"])).json();
  expect(after).toMatchObject({ plannedCount: 0, nextAt: null, isOver: true });
});

test("what cannot be repeated is refused in a sentence", async () => {
  const { run } = await twoWorkspaces();
  const account = await connected(run);
  const planned = await run([...schedule(account, "Eenmalig"), "--json"]);
  const { id: postId } = planned.json() as { id: string };
  const rule = (text: string) => run(["repeat", "post", postId, "--rule", text, "--json"]);
  expect(refusalIn(await rule("FREQ=DAILY;BYHOUR=3"))).toMatchObject({
    refusal: "rule-part-unknown",
    detail: { part: "BYHOUR" },
  });
  expect(refusalIn(await rule("every friday")).refusal).toBe("rule-unreadable");
  expect(refusalIn(await rule("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")).refusal).toBe("rule-never");
  const unknown = await run(["repeat", "end", "nothing"]);
  expect(unknown.err).toContain("recurring post");
});

type Run = Awaited<ReturnType<typeof twoWorkspaces>>["run"];

async function connected(run: Run): Promise<string> {
  const account = await run(["account", "connect", "practice", "--json"]);
  return (account.json() as { id: string }).id;
}

function schedule(account: string, text: string): string[] {
  const post = ["post", "schedule", "--account", account, "--text", text];
  return [...post, "--stage", "advocacy", "--at", "2026-03-06 10:00"];
}
