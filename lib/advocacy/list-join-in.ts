import { z } from "zod";

import { canAppreciate } from "../engagement/appreciate-touchpoint.ts";
import { spokenIn } from "../engagement/text-signals/language.ts";
import { isMilestone } from "../engagement/text-signals/milestone.ts";
import { whyReadFirst } from "../engagement/text-signals/read-first.ts";
import { readText } from "../engagement/text-signals/text-signals.ts";
import type { Appreciation, Touchpoint } from "../engagement/touchpoint.ts";
import type { Context } from "../kernel/context.ts";
import type { Person } from "../people/person.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { findStandingHolds } from "./find-standing-holds.ts";
import { listAnswers, listGiven, listOwnPosts } from "./join-in-repository.ts";

/** A person's own post, with the ways to respond to it. */
export interface JoinInEntry {
  readonly touchpoint: Touchpoint;
  readonly person: Person;
  /** The post celebrates an event. */
  readonly isMilestone: boolean;
  /** The words may be irony or a complaint, so a person should read them first. */
  readonly isToRead: boolean;
  readonly canAnswer: boolean;
  readonly canAppreciate: boolean;
  readonly given: readonly Appreciation["how"][];
  /** The id of our post that answers it, if there is one. */
  readonly answerId: string | undefined;
}

export interface JoinIn {
  readonly entries: readonly JoinInEntry[];
  /** Number of people left out because of their role, words or wish. */
  readonly held: number;
  /** The `limit` that shows more. Undefined if there are no more, or the maximum is reached. */
  readonly more: number | undefined;
}

const freshMs = 14 * 86_400_000;
const shownFirst = 20;
const shownAtMost = 200;
/** Posts read for each that is shown, because some are left out. */
const lookedAt = 3;

/** An invalid limit counts as the default. */
const joinInInput = z.object({
  limit: z.coerce.number().int().min(1).max(shownAtMost).catch(shownFirst),
});

type JoinInInput = Partial<z.input<typeof joinInInput>>;

/**
 * Returns people's own posts of the last 14 days, newest first, to answer, like or repost where the network
 * allows.
 */
export async function listJoinIn(ctx: Context, input: JoinInInput = {}): Promise<JoinIn> {
  requireRole(ctx, "viewer");
  const { limit: shown } = joinInInput.parse(input);
  const { db, workspaceId, networks } = ctx;
  const since = new Date(ctx.clock.now().getTime() - freshMs);
  const found = await listOwnPosts(db, workspaceId, { since, limit: shown * lookedAt });
  const people = [...new Set(found.map(({ identity }) => identity.personId))];
  const { persons, holds } = await findStandingHolds(ctx, people);
  const free = found.filter(({ identity }) => !holds.has(identity.personId));
  const ids = free.map(({ touchpoint }) => touchpoint.id);
  const answers = await listAnswers(db, workspaceId, ids);
  const given = await listGiven(db, workspaceId, ids);
  const theirs = free.flatMap(({ touchpoint, identity }) => {
    const person = persons.get(identity.personId);
    return person ? [{ touchpoint, person }] : [];
  });
  const entries = theirs.slice(0, shown).map(({ touchpoint, person }): JoinInEntry => {
    const connector = networks.find(touchpoint.channel);
    const isOfOne = ({ touchpointId }: { touchpointId: string | null }) =>
      touchpointId === touchpoint.id;
    return {
      touchpoint,
      person,
      isMilestone: isMilestone(touchpoint.text ?? ""),
      isToRead: isToRead(touchpoint),
      canAnswer: touchpoint.replyTarget !== null && connector?.abilities.canReply === true,
      canAppreciate: canAppreciate(networks, touchpoint),
      given: given.filter(isOfOne).map(({ how }) => how),
      answerId: answers.find(isOfOne)?.id,
    };
  });
  const isMore = theirs.length > shown || found.length === shown * lookedAt;
  return {
    entries,
    held: holds.size,
    more: isMore && shown < shownAtMost ? Math.min(shownAtMost, shown + shownFirst) : undefined,
  };
}

function isToRead({ text, verdict, language }: Touchpoint): boolean {
  if (!text || verdict === "compliment") return false;
  const reasons = whyReadFirst(readText(text, spokenIn(language)));
  return reasons.includes("irony") || reasons.includes("complaint");
}
