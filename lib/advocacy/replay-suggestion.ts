import type { Touchpoint } from "../engagement/touchpoint.ts";
import type { StageModel } from "../journey/stage-model.ts";
import type { Person } from "../people/person.ts";
import type { WorkspaceSettings } from "../workspaces/workspace.ts";
import type { Cautions } from "./cautions.ts";
import { findIneligibility, type Ineligibility } from "./eligibility.ts";
import { momentDays } from "./moments.ts";
import { needsCheck } from "./needs-check.ts";
import { hasEarned, type Score } from "./score.ts";
import type { Moment } from "./shout-out.ts";

export interface ReplaySetting {
  readonly model: StageModel;
  readonly timeZone: string;
  readonly settings: Pick<WorkspaceSettings, "publicCooldownDays" | "privateCooldownDays">;
  /** The time of the replay. Later lines are left out. */
  readonly now: Date;
}

export type ReplayedMoment = Pick<Moment, "kind" | "at" | "touchpointId">;

export interface ReplayedSuggestion {
  /** Undefined if nothing would be suggested. */
  readonly suggestion:
    | {
        readonly kind: Moment["kind"] | "standing";
        readonly touchpointId: string;
        readonly needsCheck: boolean;
      }
    | undefined;
  /**
   * Why nothing would be suggested: a rule holds the person back, or there is nothing (recent) to thank for.
   */
  readonly held: Ineligibility | "nothing-to-thank-for" | undefined;
}

interface ReplayedFan {
  readonly role: Person["role"];
  readonly score: Score;
  readonly moments: readonly ReplayedMoment[];
  /** Acts that count for the score, oldest first. */
  readonly acts: readonly Touchpoint[];
  readonly cautions: Cautions;
}

const dayMs = 86_400_000;
const freshDays = 30;

/**
 * Returns what the list of shout-outs would suggest for a person who was never thanked and can be reached.
 */
export function suggestionFor(
  fan: ReplayedFan,
  { now, settings }: ReplaySetting,
): ReplayedSuggestion {
  const { role, cautions, acts } = fan;
  const held = findIneligibility(
    {
      person: { doNotThank: false, role },
      mentionConsent: undefined,
      lastThankedAt: undefined,
      lastThankedPrivatelyAt: undefined,
      cautions,
      isUnderWay: false,
      skippedUntil: undefined,
      isHeldOut: false,
      canBeReached: true,
    },
    settings,
    now,
  );
  if (held) return { suggestion: undefined, held };
  const moment = fan.moments.findLast(({ at }) => isWithin(at, momentDays, now));
  const act = acts.find(({ id }) => id === moment?.touchpointId) ?? acts.at(-1);
  if (!act || (!moment && !isStanding(fan, now)))
    return { suggestion: undefined, held: "nothing-to-thank-for" };
  return {
    suggestion: {
      kind: moment?.kind ?? "standing",
      touchpointId: act.id,
      needsCheck: needsCheck(act, moment),
    },
    held: undefined,
  };
}

function isStanding({ acts, score }: ReplayedFan, now: Date): boolean {
  const last = acts.at(-1);
  const isFresh = last !== undefined && isWithin(last.occurredAt, freshDays, now);
  return isFresh && hasEarned(score) && acts.length > 1;
}

function isWithin(at: Date, days: number, now: Date): boolean {
  return now.getTime() - at.getTime() < days * dayMs;
}
