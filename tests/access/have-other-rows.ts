import { signIns } from "#lib/accounts/schema";
import { sealMemory } from "#lib/accounts/sign-in";
import { shoutOuts } from "#lib/advocacy/schema";
import type { Touchpoint } from "#lib/engagement/touchpoint";
import { jobs } from "#lib/jobs/schema";
import type { Context } from "#lib/kernel/context";

/** What comes about only after days, or by a network that is not here. */
export async function haveOtherRows(
  ctx: Context,
  about: {
    readonly account: string;
    readonly person: string;
    readonly touchpoint: Touchpoint;
    readonly word: string;
  },
): Promise<Record<"shoutOut" | "job" | "signIn", string>> {
  const { account, person, touchpoint, word } = about;
  const [shoutOut, event, signIn] = [ctx.newId(), ctx.newId(), ctx.newId()];
  const job = `${event}:notify`;
  const { workspaceId } = ctx;
  const [now, later] = [ctx.clock.now(), new Date("2099-01-01T00:00:00Z")];
  await ctx.transact(async (tx) => {
    await tx.insert(shoutOuts).values({
      id: shoutOut,
      workspaceId,
      personId: person,
      identityId: touchpoint.identityId,
      accountId: account,
      momentId: null,
      touchpointId: touchpoint.id,
      kind: "by-hand",
      status: "suggested",
      score: 0.9,
      raw: 0.9,
      utility: 0.9,
      lines: [],
      draft: { language: "en", text: `Thank you, ${word}` },
      needsCheck: "no",
      postId: null,
      skipReason: null,
      createdAt: now,
      decidedAt: null,
      decidedBy: null,
    });
    await tx.insert(jobs).values({
      id: job,
      workspaceId,
      eventId: event,
      eventType: "delivery.failed",
      handler: "notify",
      attempts: 8,
      nextTryAt: later,
      leaseUntil: null,
      lastError: word,
      diedAt: now,
    });
    await tx.insert(signIns).values({
      id: signIn,
      workspaceId,
      userId: ctx.actor.id,
      network: "mastodon",
      accountId: null,
      stateFingerprint: "of nobody's state",
      callbackUrl: "http://localhost/api/connect/callback",
      publicUrl: "http://localhost",
      sealed: sealMemory(ctx, { id: signIn, workspaceId }, { typed: { server: word } }),
      createdAt: now,
      expiresAt: later,
      usedAt: now,
      connectedId: null,
      failure: null,
    });
  });
  return { shoutOut, job, signIn };
}
