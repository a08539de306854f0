import type { Account } from "../accounts/account.ts";
import type { OwnReaders } from "../engagement/load-own-reader.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import { isNoPraise } from "../engagement/verdict.ts";
import type { Context } from "../kernel/context.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { Identity } from "../people/person.ts";
import type { Workspace } from "../workspaces/workspace.ts";
import { draftFor, type DraftInput } from "./draft.ts";
import type { Fan, LoadedFans } from "./load-fan-evidence.ts";
import { isSeenByAll } from "./moments.ts";
import { needsCheck, quotableWords } from "./needs-check.ts";
import { hasEarned } from "./score.ts";
import type { Moment, ShoutOut } from "./shout-out.ts";
import { utilityOf, type Candidate } from "./utility.ts";

/** Moments about orders or complaints, which are not mentioned in public. */
const onlyPrivately = new Set<Moment["kind"]>([
  "repeat-purchase",
  "anniversary",
  "complaint-turned-happy",
]);

/** A person to thank, with the reason and the account. */
export interface Proposal extends Candidate {
  readonly fan: Fan;
  readonly moment: Moment | undefined;
  readonly act: Touchpoint | undefined;
  readonly identity: Identity;
  readonly account: Account;
}

/** What a suggestion needs beside the proposal. */
interface Made {
  readonly own: OwnReaders;
  readonly workspace: Workspace;
  readonly wording?: string | undefined;
}

/** A proposal and the kind of thank-you. */
type Addressed = Pick<Proposal, "fan" | "moment" | "act" | "identity" | "account"> &
  Pick<ShoutOut, "kind">;

const dayMs = 86_400_000;
const newcomerDays = 30;
const freshDays = 30;
/** Returns whom to thank for what, the most useful first. People who are held back are left out. */
export function proposalsFrom(loaded: LoadedFans, now: Date): Proposal[] {
  return loaded.fans
    .filter(({ held }) => held === undefined)
    .flatMap((fan) => proposalFor(fan, loaded, now))
    .toSorted((a, b) => b.utility - a.utility);
}

/**
 * Returns the proposal for one person, or nothing. `isAskedFor` also proposes people who have no fresh
 * reason, because a team member asked for it.
 */
export function proposalFor(
  fan: Fan,
  { accounts, decided }: LoadedFans,
  now: Date,
  { isAskedFor = false }: { isAskedFor?: boolean } = {},
): Proposal[] {
  const skipped = new Set(decided.flatMap(({ momentId }) => momentId ?? []));
  const moment = fan.moments.find(({ id }) => !skipped.has(id));
  if (!moment && !isAskedFor && !isStanding(fan, now)) return [];
  const acts = fan.acts.filter(({ verdict }) => !isNoPraise(verdict));
  const act = acts.findLast(({ id }) => id === moment?.touchpointId) ?? acts.at(-1);
  const place = placeFor(fan, act, accounts);
  if (!place) return [];
  const { person, rawSinceThanked, recognitions } = fan;
  return [
    {
      ...place,
      fan,
      moment,
      act,
      personId: person.id,
      network: place.account.network,
      kind: moment?.kind ?? "standing",
      language: languageOf(fan),
      isNewcomer: now.getTime() - person.firstSeenAt.getTime() < newcomerDays * dayMs,
      utility: utilityOf({ now, rawSinceThanked, moment, pastRecognitions: recognitions.length }),
    },
  ];
}

/**
 * Returns the suggestion. `own` is learnt from the workspace's corrections; `wording` is the key that a
 * person chose.
 */
export function shoutOutFrom(
  ctx: Context,
  proposal: Proposal,
  { own, workspace, wording }: Made,
): ShoutOut {
  const { fan, moment, act, identity, account } = proposal;
  const connector = ctx.networks.get(account.network);
  const kind = kindFor(connector.abilities, proposal);
  return {
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    personId: fan.person.id,
    identityId: identity.id,
    accountId: account.id,
    momentId: moment?.id ?? null,
    touchpointId: act?.id ?? null,
    kind,
    status: "suggested",
    score: fan.score.score,
    raw: fan.score.raw,
    utility: proposal.utility,
    lines: [...fan.score.lines],
    draft: draftFor(
      draftInputFor(connector, { ...proposal, kind }, workspace),
      workspace.settings.drafts,
      wording,
    ),
    needsCheck: needsCheck(act, moment, own) ? "compliment" : "no",
    postId: null,
    skipReason: null,
    createdAt: ctx.clock.now(),
    decidedAt: null,
    decidedBy: null,
  };
}

function isReplyTo(act: Touchpoint | undefined, account: Account): boolean {
  return act !== undefined && act.replyTarget !== null && act.accountId === account.id;
}

/** Returns what the draft needs, for the network where it will be published. */
export function draftInputFor(
  connector: Connector,
  { fan, moment, act, identity, account, kind }: Addressed,
  { name: brand }: Pick<Workspace, "name">,
): DraftInput {
  const language = languageOf(fan);
  return {
    kind: moment?.kind ?? "standing",
    language,
    mention: connector.mention(identity.handle) ?? identity.displayName,
    words: quotableWords(act, language),
    stars: act?.stars ?? null,
    isToThem: kind === "reply" || kind === "private",
    limits: account.limits ?? connector.limits,
    brand,
    seed: `${fan.person.id}/${moment?.id ?? "standing"}`,
  };
}

function kindFor(
  { canReply, canMention }: { canReply: boolean; canMention: boolean },
  { moment, act, account }: Proposal,
): ShoutOut["kind"] {
  if (moment && isBetweenTwo(moment, act)) return "private";
  if (canReply && isReplyTo(act, account)) return "reply";
  return canMention ? "public-mention" : "by-hand";
}

/**
 * Whether the thank-you has to stay private. Coming back is public only if other people can see the act: a
 * like, but not a question.
 */
function isBetweenTwo({ kind, touchpointId }: Moment, act: Touchpoint | undefined): boolean {
  if (onlyPrivately.has(kind)) return true;
  return kind === "came-back" && (act?.id !== touchpointId || !isSeenByAll(act.type));
}

function isStanding({ score, rawSinceThanked, acts, actCount }: Fan, now: Date): boolean {
  const last = acts.at(-1);
  const isFresh =
    last !== undefined && now.getTime() - last.occurredAt.getTime() < freshDays * dayMs;
  return isFresh && rawSinceThanked > 0 && hasEarned(score) && actCount > 1;
}

/**
 * Returns the person's identity and our account: where the act happened if possible, else on any network that
 * both use.
 */
function placeFor(fan: Fan, act: Touchpoint | undefined, accounts: readonly Account[]) {
  const usable = accounts.filter(({ state }) => state !== "disconnected");
  const inOrder = fan.identities.toSorted(
    (a, b) => Number(b.id === act?.identityId) - Number(a.id === act?.identityId),
  );
  for (const identity of inOrder) {
    const sameAccount = usable.find(({ id }) => id === act?.accountId);
    const account =
      sameAccount?.network === identity.network
        ? sameAccount
        : usable.find(({ network }) => network === identity.network);
    if (account) return { identity, account };
  }
  return undefined;
}

export function languageOf({ person }: Fan): "en" | "nl" {
  return person.language?.startsWith("nl") ? "nl" : "en";
}
