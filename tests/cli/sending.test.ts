import { expect, test } from "vitest";

import { systemContext } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";
import { createWorkspace } from "#lib/workspaces/create-workspace";
import { listWorkspaceIds } from "#lib/workspaces/list-workspace-ids";

import { testRuntime } from "../support/context.ts";
import { runShoutloop } from "./run-shoutloop.ts";

test("stops and resumes the workspace, and the status says so", async () => {
  const { runtime } = await aShop();
  const stopped = await runShoutloop(runtime, ["stop"]);
  expect(stopped).toMatchObject({ code: 0, out: expect.stringContaining("Nothing is sent") });
  expect((await runShoutloop(runtime, ["status"])).out).toContain("until you resume");
  expect((await runShoutloop(runtime, ["status", "--json"])).json()).toMatchObject({
    sending: { isStopped: true, workspace: { stoppedBy: "system" }, installation: null },
  });
  expect(await runShoutloop(runtime, ["resume"])).toMatchObject({ code: 0 });
  expect((await runShoutloop(runtime, ["status", "--json"])).json()).toMatchObject({
    sending: { isStopped: false, workspace: null },
  });
});

test("stops all workspaces from whichever one is in, and says where one resume is not enough", async () => {
  const { runtime } = await aShop();
  const [home = ""] = await listWorkspaceIds(runtime);
  await createWorkspace(systemContext(runtime, home), "ada", {
    name: "Other",
    timeZone: "UTC",
  });
  const other = ["--workspace", "other"];
  expect(await runShoutloop(runtime, ["stop", "--installation", ...other])).toMatchObject({
    code: 0,
  });
  const resumed = await runShoutloop(runtime, ["resume", ...other]);
  expect(resumed.out).toContain("resume with --installation");
  await runShoutloop(runtime, ["resume", "--installation", ...other]);
  const status = await runShoutloop(runtime, ["status", "--json", ...other]);
  expect(status.json()).toMatchObject({ sending: { isStopped: false } });
});

test("shows a post with its history in sentences, in the language asked for", async () => {
  const { runtime, account } = await aShop();
  const scheduled = await runShoutloop(runtime, [
    "post",
    "schedule",
    "--account",
    account,
    "--stage",
    "awareness",
    "--now",
    "--text",
    "Wool",
    "--json",
  ]);
  const { id }: { id: string } = scheduled.json();
  await publishDue(runtime, "worker");
  const shown = await runShoutloop(runtime, ["post", "show", id]);
  expect(shown.out).toContain("We sent it, and Practice has it.");
  expect(shown.out).toContain("It counts as out.");
  const dutch = await runShoutloop(runtime, ["post", "show", id, "--lang", "nl"]);
  expect(dutch.out).toContain("We verstuurden het");
  const json: { deliveries: { history: { happened: string }[] }[] } = (
    await runShoutloop(runtime, ["post", "show", id, "--json"])
  ).json();
  expect(json.deliveries[0]?.history.map(({ happened }) => happened)).toEqual([
    "It was put on the schedule, as it stands here.",
    "We sent it, and Practice has it.",
  ]);
  const deliveries = await runShoutloop(runtime, ["deliveries", "--json"]);
  expect(deliveries.json()).toMatchObject([{ history: [{}, { decided: "It counts as out." }] }]);
});

async function aShop() {
  const runtime = await testRuntime();
  const owner = "user create --email ada@example.org --name Ada --workspace-name Noorderwol";
  await runShoutloop(runtime, [
    ...owner.split(" "),
    "--time-zone",
    "Europe/Amsterdam",
    "--password",
    "correct horse battery",
  ]);
  const connected = await runShoutloop(runtime, ["account", "connect", "practice", "--json"]);
  const { id }: { id: string } = connected.json();
  return { runtime, account: id };
}
