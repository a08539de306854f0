import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import { textConfidence } from "../journey/classify.ts";
import type { RuleKey } from "../journey/rules.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import type { Identity, Person } from "../people/person.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Workspace } from "../workspaces/workspace.ts";
import { noCautions, type Cautions } from "./cautions.ts";
import { earnedBy, type Earned } from "./earned.ts";
import { findIneligibility, type FanState, type Ineligibility } from "./eligibility.ts";
import {
  listIdentitiesOf,
  listMentionConsents,
  listOpenMoments,
  listPersons,
  listRecognitions,
  type EvidenceRow,
} from "./evidence-repository.ts";
import { readEvidence } from "./kept-evidence.ts";
import { loadCautions } from "./load-cautions.ts";
import { isAmongTwo } from "./recognition-kinds.ts";
import { listDecided } from "./repository.ts";
import { hasEarnedRaw, kappaOf, linesOf, scoreOf, type FanEvidence, type Score } from "./score.ts";
import type { Moment, Recognition, ShoutOut } from "./shout-out.ts";

const idsPerQuery = 500;

/** Everything about one person that a decision to thank them rests on. */
export interface Fan {
  readonly person: Person;
  readonly identities: readonly Identity[];
  readonly score: Score;
  /** Points since we last gave something back. */
  readonly rawSinceThanked: number;
  /** Newest first; only those still fresh. */
  readonly moments: readonly Moment[];
  /** Kind acts since the last thank-you, oldest first. */
  readonly acts: readonly Touchpoint[];
  readonly recognitions: readonly Recognition[];
  /** Since the last thank-you. */
  readonly earned: Earned | undefined;
  readonly consent: "given" | "refused" | "withdrawn" | "not-asked";
  readonly held: Ineligibility | undefined;
}

export interface LoadedFans {
  readonly fans: readonly Fan[];
  readonly accounts: readonly Account[];
  readonly workspace: Workspace;
  /** Decided in the last 90 days. */
  readonly decided: readonly ShoutOut[];
}

const dayMs = 86_400_000;
const memoryDays = 365;
const decidedDays = 90;
const contestShare = 0.2;
const skipDays = { "not-now": 14, other: 14, sensitive: 90, "not-a-fan": 180 } as const;

/** Looks at everybody who did something in the last year; `asked` is somebody a person wants to thank. */
export async function loadFanEvidence(ctx: Context, asked?: string): Promise<LoadedFans> {
  const { db, workspaceId } = ctx;
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - memoryDays * dayMs);
  const decidedSince = new Date(now.getTime() - decidedDays * dayMs);
  const { rows, contests } = await readEvidence(ctx, since);
  const people = [...new Set(rows.map(({ personId }) => personId))];
  const [workspace, accounts, persons, identities, consents, moments, thanks, decided] =
    await Promise.all([
      showWorkspace(ctx),
      listAccounts(ctx),
      inPages(people, (page) => listPersons(db, workspaceId, page)),
      inPages(people, (page) => listIdentitiesOf(db, workspaceId, page)),
      listMentionConsents(db, workspaceId),
      listOpenMoments(db, workspaceId, now),
      listRecognitions(db, workspaceId),
      listDecided(db, workspaceId, decidedSince),
    ]);
  const networks = accounts.filter(({ state }) => state !== "disconnected");
  const rowsOf = groupBy(rows, ({ personId }) => personId);
  const identitiesOf = groupBy(identities, ({ personId }) => personId);
  const raws = new Map(people.map((id) => [id, rawOf(rowsOf.get(id) ?? [], contests, now)]));
  const inMoments = new Set(moments.map(({ personId }) => personId));
  const worthALook = people.filter(
    (id) =>
      id === asked ||
      inMoments.has(id) ||
      hasEarnedRaw(raws.get(id) ?? 0) ||
      rowsOf.get(id)?.some(isAgainstItsStars),
  );
  const findings: Findings = {
    now,
    kappa: kappaOf([...raws.values()]),
    cautions: await loadCautions(ctx, worthALook),
    reachable: new Set(networks.map(({ network }) => network)),
    workspace,
    consents,
    moments,
    thanks,
    decided,
    contests,
  };
  const fans = persons.map((person) =>
    fanFrom(person, rowsOf.get(person.id) ?? [], identitiesOf.get(person.id) ?? [], findings),
  );
  return { fans, accounts, workspace, decided };
}

/** What was read of everybody at once. */
interface Findings {
  readonly now: Date;
  readonly kappa: number;
  readonly reachable: ReadonlySet<string>;
  readonly workspace: Workspace;
  readonly consents: Awaited<ReturnType<typeof listMentionConsents>>;
  readonly moments: Awaited<ReturnType<typeof listOpenMoments>>;
  readonly thanks: Awaited<ReturnType<typeof listRecognitions>>;
  readonly decided: readonly ShoutOut[];
  readonly contests: readonly string[];
  readonly cautions: ReadonlyMap<string, Cautions>;
}

function fanFrom(
  person: Fan["person"],
  own: readonly EvidenceRow[],
  identities: Fan["identities"],
  findings: Findings,
): Fan {
  const { now, kappa, contests, workspace } = findings;
  const evidence = own.map((row) => evidenceOf(row, contests));
  const recognitions = findings.thanks.filter(({ personId }) => personId === person.id);
  const lastThankedAt = recognitions[0]?.at;
  const isSince = (at: Date) => !lastThankedAt || at > lastThankedAt;
  const fresh = own.filter(({ touchpoint }) => isSince(touchpoint.occurredAt));
  const consent = findings.consents.find(({ personId }) => personId === person.id)?.state;
  const state = {
    ...stateOf(person, identities, findings),
    lastThankedAt: recognitions.find((one) => !isAmongTwo(one))?.at,
    lastThankedPrivatelyAt: recognitions.find(isAmongTwo)?.at,
  };
  return {
    person,
    identities,
    score: scoreOf(evidence, { now, kappa, role: person.role }),
    rawSinceThanked: rawOf(fresh, contests, now),
    moments: findings.moments.filter(({ personId, at }) => personId === person.id && isSince(at)),
    acts: fresh.map(({ touchpoint }) => touchpoint),
    recognitions,
    earned: earnedBy(
      fresh.map(({ rule, touchpoint }) => ({
        rule: rule as RuleKey,
        at: touchpoint.occurredAt,
        localDay: touchpoint.localDay,
      })),
    ),
    consent: consent ?? "not-asked",
    held: findIneligibility({ ...state, mentionConsent: consent }, workspace.settings, now),
  };
}

function stateOf(
  person: Fan["person"],
  identities: Fan["identities"],
  { decided, reachable, cautions }: Findings,
): Omit<FanState, "mentionConsent" | "lastThankedAt" | "lastThankedPrivatelyAt"> {
  const decisions = decided.filter(({ personId }) => personId === person.id);
  return {
    person,
    cautions: cautions.get(person.id) ?? noCautions,
    isUnderWay: decisions.some(({ status }) => status === "accepted"),
    skippedUntil: skippedUntil(decisions.find(({ status }) => status === "skipped")),
    canBeReached: identities.some(({ network }) => reachable.has(network)),
  };
}

function evidenceOf(row: EvidenceRow, contests: readonly string[]): FanEvidence {
  const { touchpoint, stageId } = row;
  const rule = row.rule as RuleKey;
  const same = touchpoint.isContest
    ? Math.max(1, contests.filter((text) => text === touchpoint.text).length)
    : 1;
  return {
    touchpointId: touchpoint.id,
    rule,
    stageId,
    at: touchpoint.occurredAt,
    localDay: touchpoint.localDay,
    confidence: textConfidence(rule, touchpoint),
    uniqueness: touchpoint.isContest ? contestShare / same : 1,
  };
}

/** Many stars, and words that made it a complaint. */
function isAgainstItsStars({ rule, touchpoint }: EvidenceRow): boolean {
  return rule === "complaint" && (touchpoint.stars ?? 0) > 3;
}

function rawOf(rows: readonly EvidenceRow[], contests: readonly string[], now: Date): number {
  return sumOf(
    rows.map((row) => evidenceOf(row, contests)),
    now,
  );
}

function sumOf(evidence: readonly FanEvidence[], now: Date): number {
  return linesOf(evidence, now).reduce((sum, { points }) => sum + points, 0);
}

function skippedUntil(shoutOut: ShoutOut | undefined): Date | undefined {
  if (!shoutOut?.decidedAt) return undefined;
  const days = skipDays[shoutOut.skipReason as keyof typeof skipDays] ?? skipDays.other;
  return new Date(shoutOut.decidedAt.getTime() + days * dayMs);
}

async function inPages<Row>(
  ids: readonly string[],
  read: (page: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const pages: Row[] = [];
  for (const page of batchesOf(ids, idsPerQuery)) pages.push(...(await read(page)));
  return pages;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
