import type { Consent, Person } from "../people/person.ts";
import type { WorkspaceSettings } from "../workspaces/workspace.ts";
import type { Cautions } from "./cautions.ts";

/** Reasons for not thanking a person now. The message is `shout-outs.held.<reason>`. */
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
  /** The latest consent to being named in public. Undefined if it was never asked. */
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
/**
 * How long grief and illness hold a person back. Words of advertising or competition and too many likes also
 * count for this long only.
 */
const tactDays = 90;
const heldByRole: Partial<Record<Person["role"], Ineligibility>> = {
  staff: "staff",
  influencer: "paid",
  bot: "bot",
  competitor: "competitor",
};
/** Reasons against naming a person in public. The person may still be thanked privately. */
const onlyInPublic: ReadonlySet<Ineligibility> = new Set([
  "minor",
  "grief",
  "illness",
  "consent-refused",
  "no-account",
]);

/**
 * Returns the first rule that holds a person back, in the order in which reasons are shown. Undefined if none
 * does. `isPrivate` is for a private message, card, letter or e-mail: rules against being named in public do
 * not count then.
 */
export function findIneligibility(
  fan: FanState,
  settings: Pick<WorkspaceSettings, "publicCooldownDays" | "privateCooldownDays">,
  now: Date,
  { isPrivate = false }: { readonly isPrivate?: boolean } = {},
): Ineligibility | undefined {
  if (fan.person.doNotThank) return "do-not-thank";
  const checks: [Ineligibility | undefined, boolean][] = [
    [heldByRole[fan.person.role], true],
    ["minor", fan.cautions.said.minor !== undefined],
    [complaintHold(fan.cautions, now), true],
    ["sent-back", isSentBack(fan.cautions)],
    [tactHold(fan, now), true],
    [seemingHold(fan, now), true],
    ["consent-refused", fan.mentionConsent === "refused" || fan.mentionConsent === "withdrawn"],
    ["under-way", fan.isUnderWay],
    ["thanked-recently", isResting(fan, settings, now)],
    ["skipped", fan.skippedUntil !== undefined && fan.skippedUntil > now],
    ["held-out", fan.isHeldOut],
    ["no-account", !fan.canBeReached],
  ];
  const isAgainst = (reason: Ineligibility) => !isPrivate || !onlyInPublic.has(reason);
  return checks.find(([reason, holds]) => reason !== undefined && holds && isAgainst(reason))?.[0];
}

/**
 * Returns the reason if a complaint is open, however old, or was closed less than 14 days ago without kind
 * words since.
 */
function complaintHold(
  { openComplaint, closedAt, kindAt }: Cautions,
  now: Date,
): Ineligibility | undefined {
  if (openComplaint) return openComplaint.isAgainstStars ? "words-against-stars" : "complaint-open";
  const isForgiven = closedAt !== null && kindAt !== null && kindAt > closedAt;
  const isRecent = closedAt !== null && now.getTime() - closedAt < quietAfterComplaintDays * dayMs;
  return isRecent && !isForgiven ? "complaint-closed-recently" : undefined;
}

/** Whether the person returned an order and has not ordered since. */
function isSentBack({ orderAt, returnedAt }: Cautions): boolean {
  return returnedAt !== null && (orderAt === null || returnedAt > orderAt);
}

/** Grief or illness that the person wrote about lately. */
function tactHold({ cautions: { said } }: FanState, now: Date): Ineligibility | undefined {
  if (isLately(said.grief, now)) return "grief";
  return isLately(said.illness, now) ? "illness" : undefined;
}

/** A role that the person's words suggest; a person with the role customer was judged by somebody. */
function seemingHold({ cautions, person }: FanState, now: Date): Ineligibility | undefined {
  const { said, manyLikesAt } = cautions;
  if (person.role === "customer") return undefined;
  if (isLately(said.staff, now)) return "seems-staff";
  if (isLately(said.paid, now)) return "seems-paid";
  if (isLately(said.competitor, now)) return "seems-competitor";
  if (isLately(said.promotion, now)) return "seems-promotion";
  return isLately(manyLikesAt, now) ? "seems-bot" : undefined;
}

function isLately(at: number | null | undefined, now: Date): boolean {
  return at !== undefined && at !== null && now.getTime() - at < tactDays * dayMs;
}

/**
 * Whether the waiting time since the last thank-you is not over. Public and private thank-yous have separate
 * ones.
 */
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
