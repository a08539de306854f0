import type { Consent, Person } from "../people/person.ts";
import type { WorkspaceSettings } from "../workspaces/workspace.ts";

/** Why somebody is not thanked now. The message is `shout-outs.held.<reason>`. */
export type Ineligibility =
  | "do-not-thank"
  | "not-a-fan"
  | "consent-refused"
  | "thanked-recently"
  | "complaint-open"
  | "under-way"
  | "skipped"
  | "no-account";

export interface FanState {
  readonly person: Pick<Person, "doNotThank" | "role">;
  /** The newest word on being named in public. */
  readonly mentionConsent: Consent["state"] | undefined;
  /** In public. */
  readonly lastThankedAt: Date | undefined;
  readonly lastThankedPrivatelyAt: Date | undefined;
  readonly lastComplaintAt: Date | undefined;
  readonly lastResolvedAt: Date | undefined;
  readonly isUnderWay: boolean;
  readonly skippedUntil: Date | undefined;
  readonly canBeReached: boolean;
}

const dayMs = 86_400_000;
const quietAfterComplaintDays = 14;
const openComplaintDays = 90;
const fans = new Set<Person["role"]>(["fan", "customer", "prospect"]);

/** The hard rules, in the order in which they are told. Undefined: nothing stands in the way. */
export function findIneligibility(
  fan: FanState,
  settings: Pick<WorkspaceSettings, "publicCooldownDays" | "privateCooldownDays">,
  now: Date,
): Ineligibility | undefined {
  const checks: [Ineligibility, boolean][] = [
    ["do-not-thank", fan.person.doNotThank],
    ["not-a-fan", !fans.has(fan.person.role)],
    ["consent-refused", fan.mentionConsent === "refused" || fan.mentionConsent === "withdrawn"],
    ["complaint-open", hasOpenComplaint(fan, now)],
    ["under-way", fan.isUnderWay],
    ["thanked-recently", isResting(fan, settings, now)],
    ["skipped", fan.skippedUntil !== undefined && fan.skippedUntil > now],
    ["no-account", !fan.canBeReached],
  ];
  return checks.find(([, holds]) => holds)?.[0];
}

/** A quiet word among two wears off sooner than a public one. */
function isResting(
  { lastThankedAt, lastThankedPrivatelyAt }: FanState,
  { publicCooldownDays, privateCooldownDays }: Parameters<typeof findIneligibility>[1],
  now: Date,
): boolean {
  return (
    isWithin(lastThankedAt, publicCooldownDays, now) ||
    isWithin(lastThankedPrivatelyAt, privateCooldownDays, now)
  );
}

/** Open until it is resolved; even then, a fortnight passes before anybody is thanked in public. */
function hasOpenComplaint({ lastComplaintAt, lastResolvedAt }: FanState, now: Date): boolean {
  if (!lastComplaintAt) return false;
  const isResolved = lastResolvedAt !== undefined && lastResolvedAt > lastComplaintAt;
  return isWithin(lastComplaintAt, isResolved ? quietAfterComplaintDays : openComplaintDays, now);
}

function isWithin(at: Date | undefined, days: number, now: Date): boolean {
  return at !== undefined && now.getTime() - at.getTime() < days * dayMs;
}
