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

/** Something that somebody posted of their own, with what can be given to it. */
export interface JoinInEntry {
  readonly touchpoint: Touchpoint;
  readonly person: Person;
  /** They celebrate something. */
  readonly isMilestone: boolean;
  /** The words may be irony or blame: a person reads them before. */
  readonly isToRead: boolean;
  readonly canAnswer: boolean;
  readonly canAppreciate: boolean;
  readonly given: readonly Appreciation["how"][];
  /** Our post that answers it, if there is one. */
  readonly answerId: string | undefined;
}

export interface JoinIn {
  readonly entries: readonly JoinInEntry[];
  /** People left out because of who they are, what they said or refused. */
  readonly held: number;
  /** Ask for so many to see what is behind these; undefined: there is nothing, or no more is shown. */
  readonly more: number | undefined;
}

const freshMs = 14 * 86_400_000;
const shownFirst = 20;
const shownAtMost = 200;
/** Looked at for each that is shown: some are held back. */
const lookedAt = 3;

/** Anything else that an address may say is the usual number. */
const joinInInput = z.object({
  limit: z.coerce.number().int().min(1).max(shownAtMost).catch(shownFirst),
});

type JoinInInput = Partial<z.input<typeof joinInInput>>;

/** What fans themselves post or celebrate, newest first: to be answered, liked, reposted where a tool may. */
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
