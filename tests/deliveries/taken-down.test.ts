import { expect, test } from "vitest";

import { showStave } from "#lib/analytics/show-stave";
import { showToday } from "#lib/analytics/show-today";
import { deletePublished } from "#lib/deliveries/delete-published";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { postStatus } from "#lib/deliveries/post-status";
import { publishDue } from "#lib/publisher/publish-due";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

test("what a person took down on the network is not told as out: on Today, in the plan, on the command line", async () => {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const { id } = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [id], texts: ["Hello"] });
  await publishDue(ctx, "worker");
  const stateToday = async () => (await showToday(ctx)).posts[0]?.deliveries[0]?.state;
  const stateInPlan = async () =>
    (await showStave(ctx, { days: 14 })).lanes.flatMap(({ posts }) =>
      posts.map(({ state }) => state),
    );
  expect([await stateToday(), await stateInPlan()]).toEqual(["published", ["out"]]);

  const [delivery] = await listDeliveries(ctx);
  await deletePublished(ctx, { deliveryId: delivery?.id ?? "" });
  expect(postStatus({ state: "scheduled" }, await listDeliveries(ctx))).toBe("taken-down");
  expect([await stateToday(), await stateInPlan()]).toEqual(["removed", ["taken-down"]]);
  const shown = await runShoutloop(ctx, ["post", "show", postId]);
  expect(shown.out).toContain("Taken down");
  expect(shown.out).not.toMatch(/\bOut\b/);
});
