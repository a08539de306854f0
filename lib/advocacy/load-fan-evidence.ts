import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import type { Consent, Identity, Person } from "../people/person.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Workspace } from "../workspaces/workspace.ts";
import {
  listCandidates,
  listFanStates,
  listMentionConsentsOf,
  listOpenMomentsOf,
  listRecognitionsOfAll,
  listTouchpointsById,
} from "./candidate-repository.ts";
import { findIneligibility, type FanState, type Ineligibility } from "./eligibility.ts";
import { listIdentitiesOf, listPersons } from "./evidence-repository.ts";
import { linesOfScore, rawAt } from "./fan-score.ts";
import { sinceThanked, type FanState as StoredFan } from "./fan-state.ts";
import { kappaFor } from "./kappa.ts";
import { isAmongTwo } from "./recognition-kinds.ts";
import { earnedFrom, type Earned } from "./recognition-progress.ts";
import { listDecided } from "./repository.ts";
import { scoreFrom, type Score } from "./score.ts";
import type { Moment, Recognition, ShoutOut } from "./shout-out.ts";
import { listTrialsOf, type Trial } from "./trial-repository.ts";

const idsPerQuery = 500;

/** Everything about a person that the decision to thank them is based on. */
export interface Fan {
  readonly person: Person;
  readonly identities: readonly Identity[];
  readonly score: Score;
  /** Points since the last thank-you. */
  readonly rawSinceThanked: number;
  /** Fresh moments since the last thank-you, newest first. */
  readonly moments: readonly Moment[];
  /** Touchpoints of these moments and the last one since the last thank-you, oldest first. */
  readonly acts: readonly Touchpoint[];
  /** Since the last thank-you. */
  readonly actCount: number;
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
  /** Running trials, by person id. */
  readonly trials: ReadonlyMap<string, readonly Trial[]>;
}

const dayMs = 86_400_000;
const decidedDays = 90;
const skipDays = { "not-now": 14, other: 14, sensitive: 90, "not-a-fan": 180 } as const;

/**
 * Loads the people who may be thanked: those with fresh moments, with the highest ranks, or thanked or
 * suggested recently. `asked` is the id of a person to include.
 */
export async function loadFanEvidence(ctx: Context, asked?: string): Promise<LoadedFans> {
  const { db, workspaceId } = ctx;
  const now = ctx.clock.now();
  const decidedSince = new Date(now.getTime() - decidedDays * dayMs);
  const people = await listCandidates(db, workspaceId, { now, decidedSince, asked });
  const [workspace, accounts, decided, kappa] = await Promise.all([
    showWorkspace(ctx),
    listAccounts(ctx),
    listDecided(db, workspaceId, decidedSince),
    kappaFor(ctx),
  ]);
  const [persons, identities, states, consents, moments, thanks, trials] = await Promise.all([
    inPages(people, (page) => listPersons(db, workspaceId, page)),
    inPages(people, (page) => listIdentitiesOf(db, workspaceId, page)),
    inPages(people, (page) => listFanStates(db, workspaceId, page)),
    inPages(people, (page) => listMentionConsentsOf(db, workspaceId, page)),
    inPages(people, (page) => listOpenMomentsOf(db, workspaceId, page, now)),
    inPages(people, (page) => listRecognitionsOfAll(db, workspaceId, page)),
    inPages(people, (page) => listTrialsOf(db, workspaceId, page, now)),
  ]);
  const stateOfPerson = new Map(states.map(({ personId, fan }) => [personId, fan]));
  const findings: Findings = {
    now,
    kappa,
    reachable: new Set(
      accounts.filter(({ state }) => state !== "disconnected").map(({ network }) => network),
    ),
    workspace,
    accounts,
    decided,
    consents: Map.groupBy(consents, ({ personId }) => personId),
    moments: Map.groupBy(moments, ({ personId }) => personId),
    thanks: Map.groupBy(thanks, ({ personId }) => personId),
    identities: Map.groupBy(identities, ({ personId }) => personId),
    trials: Map.groupBy(trials, ({ personId }) => personId),
    acts: new Map(),
  };
  const acts = await inPages(actIdsOf(states, moments), (page) =>
    listTouchpointsById(db, workspaceId, page),
  );
  const withActs = { ...findings, acts: new Map(acts.map((act) => [act.id, act])) };
  const fans = persons.flatMap((person) => {
    const state = stateOfPerson.get(person.id);
    return state ? [fanFrom(person, state, withActs)] : [];
  });
  return { fans, accounts, workspace, decided, trials: findings.trials };
}

/** What was read for all people at once. */
interface Findings extends Omit<LoadedFans, "fans"> {
  readonly now: Date;
  readonly kappa: number;
  readonly reachable: ReadonlySet<string>;
  readonly consents: ReadonlyMap<string, readonly Consent[]>;
  readonly moments: ReadonlyMap<string, readonly Moment[]>;
  readonly thanks: ReadonlyMap<string, readonly Recognition[]>;
  readonly identities: ReadonlyMap<string, readonly Identity[]>;
  readonly acts: ReadonlyMap<string, Touchpoint>;
}

function actIdsOf(
  states: readonly { readonly fan: StoredFan }[],
  moments: readonly Moment[],
): string[] {
  return [
    ...new Set([
      ...states.flatMap(({ fan }) => fan.lastAct?.id ?? []),
      ...moments.map(({ touchpointId }) => touchpointId),
    ]),
  ];
}

function fanFrom(person: Person, state: StoredFan, findings: Findings): Fan {
  const { now, kappa } = findings;
  const identities = findings.identities.get(person.id) ?? [];
  const recognitions = findings.thanks.get(person.id) ?? [];
  const lastThankedAt = recognitions[0]?.at;
  const isSince = (at: Date) => !lastThankedAt || at > lastThankedAt;
  const moments = (findings.moments.get(person.id) ?? []).filter(({ at }) => isSince(at));
  const consent = findings.consents.get(person.id)?.[0]?.state;
  const actIds = [...moments.map(({ touchpointId }) => touchpointId), state.lastAct?.id ?? ""];
  return {
    person,
    identities,
    score: scoreFrom(linesOfScore(state.ever, now), { kappa, role: person.role }),
    rawSinceThanked: rawAt(sinceThanked(state), now),
    moments,
    acts: [...new Set(actIds)]
      .flatMap((id) => findings.acts.get(id) ?? [])
      .toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime()),
    actCount: state.acts,
    recognitions,
    earned: earnedFrom(state.earning, sinceThanked(state)),
    consent: consent ?? "not-asked",
    held: heldFor(person, state, findings),
  };
}

function heldFor(person: Person, stored: StoredFan, findings: Findings): Fan["held"] {
  const identities = findings.identities.get(person.id) ?? [];
  const recognitions = findings.thanks.get(person.id) ?? [];
  const state = {
    ...stateOf(person, identities, stored, findings),
    mentionConsent: findings.consents.get(person.id)?.[0]?.state,
    lastThankedAt: recognitions.find((one) => !isAmongTwo(one))?.at,
    lastThankedPrivatelyAt: recognitions.find(isAmongTwo)?.at,
  };
  return findIneligibility(state, findings.workspace.settings, findings.now);
}

function stateOf(
  person: Fan["person"],
  identities: Fan["identities"],
  { cautions }: StoredFan,
  { decided, reachable, trials, workspace }: Findings,
): Omit<FanState, "mentionConsent" | "lastThankedAt" | "lastThankedPrivatelyAt"> {
  const decisions = decided.filter(({ personId }) => personId === person.id);
  return {
    person,
    cautions,
    isUnderWay: decisions.some(({ status }) => status === "accepted"),
    skippedUntil: skippedUntil(decisions.find(({ status }) => status === "skipped")),
    isHeldOut:
      (workspace.settings.heldOutPercent ?? 0) > 0 &&
      (trials.get(person.id) ?? []).some(({ group }) => group === "held-out"),
    canBeReached: identities.some(({ network }) => reachable.has(network)),
  };
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
