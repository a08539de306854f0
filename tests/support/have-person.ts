import { recordTouchpoint } from "#lib/engagement/record-touchpoint";
import type { Touchpoint } from "#lib/engagement/touchpoint";
import type { Context } from "#lib/kernel/context";
import { findOrCreatePeople } from "#lib/people/find-or-create-people";
import type { Identity } from "#lib/people/person";

/** Somebody that a network told us of, without touchpoints. */
export async function havePerson(
  ctx: Context,
  { name = "mara", network = "fake", at = ctx.clock.now() }: HavePerson = {},
): Promise<Identity> {
  const remoteId = `did:${name}`;
  const found = {
    remoteId,
    handle: `${name}.example`,
    displayName: name,
    firstAt: at,
    lastAt: at,
  };
  const met = await ctx.transact((tx) => findOrCreatePeople(tx, ctx, network, [found]));
  return met.get(remoteId)!;
}

interface HavePerson {
  name?: string;
  network?: string;
  at?: Date;
}

/** Recorded by hand; `at` is wall-clock time in the workspace's zone. */
export async function haveTouchpoint(
  ctx: Context,
  personId: string,
  over: Partial<Parameters<typeof recordTouchpoint>[1]> = {},
): Promise<Touchpoint> {
  const outcome = await recordTouchpoint(ctx, {
    person: { id: personId },
    type: "review",
    channel: "website",
    at: "2026-02-20T10:00",
    text: "Lovely hat, thank you",
    ...over,
  });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}
