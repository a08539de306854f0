import { expect, test } from "vitest";

import { listHistory } from "#lib/events/repository";
import { changeWorkspace } from "#lib/workspaces/change-workspace";
import { createWorkspace } from "#lib/workspaces/create-workspace";
import { listStages } from "#lib/workspaces/list-stages";
import { showWorkspace } from "#lib/workspaces/show-workspace";

import { haveWorkspace } from "../support/factories.ts";

test("a manager changes some settings and the others stay", async () => {
  const ctx = await haveWorkspace({ actor: { id: "m", role: "manager" } });

  await changeWorkspace(ctx, { settings: { shoutOutsPerWeek: 3, plan: { awareness: 4 } } });
  await changeWorkspace(ctx, {
    name: "Zuiderwol",
    settings: { plan: { awareness: 0, advocacy: 2 } },
  });

  expect(await showWorkspace(ctx)).toMatchObject({
    name: "Zuiderwol",
    slug: "noorderwol",
    timeZone: "Europe/Amsterdam",
    settings: { shoutOutsPerWeek: 3, publicCooldownDays: 30, plan: { advocacy: 2 } },
  });
  expect((await showWorkspace(ctx)).settings.plan).toEqual({ advocacy: 2 });
  const history = await listHistory(ctx.db, ctx.workspaceId, ctx.workspaceId);
  expect(history.map(({ type, detail }) => ({ type, detail }))).toContainEqual({
    type: "workspace.changed",
    detail: {
      fields: ["name", "settings.plan.awareness", "settings.plan.advocacy"],
      version: 3,
    },
  });
});

test("a stage gets a name of the workspace's own, and loses it again", async () => {
  const ctx = await haveWorkspace();
  const first = async () => (await listStages(ctx))[0]?.name;

  await changeWorkspace(ctx, { stageNames: { "stage-awareness": " Kennismaken " } });
  expect(await first()).toBe("Kennismaken");
  await changeWorkspace(ctx, { stageNames: { "stage-awareness": "" } });
  expect(await first()).toBeNull();
});

test("editors change no settings, and nobody those of another workspace", async () => {
  const ctx = await haveWorkspace();
  const editor = { ...ctx, actor: { id: "e", role: "editor" as const } };
  await expect(changeWorkspace(editor, { name: "Mine" })).rejects.toThrow("manager role");

  const other = await createWorkspace(ctx, "bram", { name: "Other", timeZone: "UTC" });
  if (!other.ok) throw new Error();
  const elsewhere = { ...ctx, workspaceId: other.value.id };
  const stageNames = { "stage-awareness": "Taken" };
  await expect(changeWorkspace(elsewhere, { stageNames, name: "Half" })).rejects.toThrow(
    "No stage",
  );
  expect((await showWorkspace(elsewhere)).name).toBe("Other");
  await expect(changeWorkspace(ctx, { timeZone: "Mars/Olympus" })).rejects.toThrow();
});
