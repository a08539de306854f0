import { expect, test } from "vitest";

import { record } from "#lib/events/record";

import { haveWorkspace } from "../support/factories.ts";
import { haveDeadLetter } from "../support/have-dead-letter.ts";
import { runShoutloop } from "./run-shoutloop.ts";

test("lists what was given up and what waits, and has the first tried again", async () => {
  const ctx = await haveWorkspace();
  const id = await haveDeadLetter(ctx);
  await ctx.transact((tx) => record(tx, ctx, "post.deleted", "post", { text: "" }));

  const listed = await runShoutloop(ctx, ["jobs", "--json"]);
  expect(listed.json()).toMatchObject({
    dead: [
      { id, state: "dead", handler: "notify", attempts: 8, event: { type: "delivery.failed" } },
    ],
    waiting: [{ state: "waiting", handler: "reopen-shout-out", attempts: 0 }],
  });
  expect((await runShoutloop(ctx, ["jobs"])).out).toContain("given up");

  expect(await runShoutloop(ctx, ["jobs", "retry", id])).toMatchObject({
    code: 0,
    out: expect.stringContaining("It is tried again."),
  });
  expect((await runShoutloop(ctx, ["jobs", "--json"])).json()).toMatchObject({ dead: [] });
});

test("says that there is nothing, and names what it does not know", async () => {
  const ctx = await haveWorkspace();
  expect((await runShoutloop(ctx, ["jobs"])).out).toContain("Nothing waits.");
  const wrong = await runShoutloop(ctx, ["jobs", "retry", "nothing"]);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain("job nothing");
});
