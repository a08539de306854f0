import type { Consent, Person } from "../people/person.ts";
import type { WorkspaceSettings } from "../workspaces/workspace.ts";
import type { Cautions } from "./cautions.ts";

/** Why somebody is not thanked now. The message is `shout-outs.held.<reason>`. */
export const ineligibilities = [
  "do-not-thank",
  "staff",
  "paid",
  "bot",
  "competitor",
  "minor",
  "words-against-stars",
  "complaint-open",
  "complaint-closed-recently",
  "sent-back",
  "grief",
  "illness",
  "seems-staff",
  "seems-paid",
  "seems-competitor",
  "seems-promotion",
  "seems-bot",
  "consent-refused",
  "under-way",
  "thanked-recently",
  "skipped",
  "held-out",
  "no-account",
] as const;

export type Ineligibility = (typeof ineligibilities)[number];

export interface FanState {
  readonly person: Pick<Person, "doNotThank" | "role">;
  /** The newest word on being named in public. */
  readonly mentionConsent: Consent["state"] | undefined;
  /** In public. */
  readonly lastThankedAt: Date | undefined;
  readonly lastThankedPrivatelyAt: Date | undefined;
  readonly cautions: Cautions;
  readonly isUnderWay: boolean;
  readonly skippedUntil: Date | undefined;
  readonly isHeldOut: boolean;
  readonly canBeReached: boolean;
}

const dayMs = 86_400_000;
const quietAfterComplaintDays = 14;
/** Illness and grief are named with care for this long; a promotion or a rival's offer is old news after it. */
const tactDays = 90;
const heldByRole: Partial<Record<Person["role"], Ineligibility>> = {
  staff: "staff",
  influencer: "paid",
  bot: "bot",
  competitor: "competitor",
};
/** These forbid naming somebody in public; a quiet word is still possible. */
const onlyInPublic: ReadonlySet<Ineligibility> = new Set([
  "minor",
  "grief",
  "illness",
  "consent-refused",
  "no-account",
]);

/** The hard rules, in the order in which they are told. Undefined: nothing stands in the way. */
export function findIneligibility(
  fan: FanState,
  settings: Pick<WorkspaceSettings, "publicCooldownDays" | "privateCooldownDays">,
  now: Date,
): Ineligibility | undefined {
  if (fan.person.doNotThank) return "do-not-thank";
  const checks: [Ineligibility | undefined, boolean][] = [
    [heldByRole[fan.person.role], true],
    ["minor", fan.cautions.said.minor !== undefined],
    [complaintHold(fan.cautions, now), true],
    ["sent-back", isSentBack(fan.cautions)],
    [wordsHold(fan, now), true],
    ["consent-refused", fan.mentionConsent === "refused" || fan.mentionConsent === "withdrawn"],
    ["under-way", fan.isUnderWay],
    ["thanked-recently", isResting(fan, settings, now)],
    ["skipped", fan.skippedUntil !== undefined && fan.skippedUntil > now],
    ["held-out", fan.isHeldOut],
    ["no-account", !fan.canBeReached],
  ];
  return checks.find(([reason, holds]) => reason !== undefined && holds)?.[0];
}

/** Whether a word in private, a card or a letter may still be given. */
export function mayBeThankedQuietly(reason: Ineligibility | undefined): boolean {
  return reason === undefined || onlyInPublic.has(reason);
}

/** Open until somebody closes it, however old; then a fortnight's rest, unless a kind word came since. */
function complaintHold(
  { openComplaint, closedAt, kindAt }: Cautions,
  now: Date,
): Ineligibility | undefined {
  if (openComplaint) return openComplaint.isAgainstStars ? "words-against-stars" : "complaint-open";
  const isForgiven = closedAt !== null && kindAt !== null && kindAt > closedAt;
  const isRecent = closedAt !== null && now.getTime() - closedAt < quietAfterComplaintDays * dayMs;
  return isRecent && !isForgiven ? "complaint-closed-recently" : undefined;
}

/** The last thing they bought came back. */
function isSentBack({ orderAt, returnedAt }: Cautions): boolean {
  return returnedAt !== null && (orderAt === null || returnedAt > orderAt);
}

/** Whom somebody has given the role of a customer or fan is none of what their words seem. */
function wordsHold({ cautions, person }: FanState, now: Date): Ineligibility | undefined {
  const { said, manyLikesAt } = cautions;
  const isLately = (at: number | null | undefined) =>
    at !== undefined && at !== null && now.getTime() - at < tactDays * dayMs;
  if (isLately(said.grief)) return "grief";
  if (isLately(said.illness)) return "illness";
  if (person.role === "customer") return undefined;
  if (isLately(said.staff)) return "seems-staff";
  if (isLately(said.paid)) return "seems-paid";
  if (isLately(said.competitor)) return "seems-competitor";
  if (isLately(said.promotion)) return "seems-promotion";
  return isLately(manyLikesAt) ? "seems-bot" : undefined;
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

function isWithin(at: Date | undefined, days: number, now: Date): boolean {
  return at !== undefined && now.getTime() - at.getTime() < days * dayMs;
}
