import { expect, test } from "vitest";

import { signIns } from "#lib/accounts/schema";
import { notifications } from "#lib/notifications/schema";
import { removeMember } from "#lib/workspaces/remove-member";

import { fillTables } from "../people/fill-tables.ts";
import { haveWorkspace } from "../support/factories.ts";

test("what waited for a member alone goes with them; what waits for others stays", async () => {
  const ctx = await haveWorkspace();
  const member = { workspaceId: ctx.workspaceId, userId: "jelmer" };
  await ctx.transact((tx) =>
    fillTables(tx, ctx, "words", {
      memberships: member,
      notifications: member,
      sign_ins: member,
      workspaces: { slug: "another" },
      webhook_lines: { family: "another" },
    }),
  );
  const other = { ...ctx, workspaceId: "other" };
  await ctx.transact((tx) =>
    fillTables(tx, other, "words", {
      notifications: { userId: "jelmer" },
      sign_ins: { userId: "jelmer" },
    }),
  );
  expect(await removeMember(ctx, { userId: "jelmer" })).toMatchObject({ ok: true });
  for (const table of [notifications, signIns])
    expect(await ctx.db.select().from(table)).toMatchObject([{ workspaceId: "other" }]);
});
