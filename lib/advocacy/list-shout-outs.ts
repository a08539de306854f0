import type { Account } from "../accounts/account.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import { listPaths, type PathPoint } from "../journey/list-paths.ts";
import type { Context } from "../kernel/context.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import type { Identity, Person } from "../people/person.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { byHandOf, type ByHand } from "./by-hand.ts";
import { listTouchpointsById } from "./candidate-repository.ts";
import { wordingsFor, type Wording } from "./draft.ts";
import { loadFanEvidence, type Fan, type LoadedFans } from "./load-fan-evidence.ts";
import { draftInputFor } from "./propose.ts";
import { quietSuggestions, type QuietSuggestion } from "./quiet-thanks.ts";
import { listMomentsByIds, listSuggested } from "./repository.ts";
import { hasEarned, hasEarnedRaw } from "./score.ts";
import type { Moment, ShoutOut } from "./shout-out.ts";

/** One row of the shout-outs page: the person, the reason and the draft. */
export interface Suggestion {
  readonly shoutOut: ShoutOut;
  readonly person: Person;
  readonly identity: Identity;
  readonly account: Account;
  readonly moment: Moment | undefined;
  readonly act: Touchpoint | undefined;
  /** Set if only a person may send the draft on the network. */
  readonly byHand: ByHand | undefined;
  readonly path: readonly PathPoint[];
  readonly consent: Fan["consent"];
  readonly lastThankedAt: Date | undefined;
  /** Every text that fits. */
  readonly wordings: readonly Wording[];
}

export interface ShoutOutList {
  /** Networks with an account to thank from. */
  readonly networks: readonly string[];
  readonly suggestions: readonly Suggestion[];
  /** Decided in the last seven days: published or done, and accepted but not published yet. */
  readonly sent: number;
  readonly waiting: number;
  /** How many more thank-yous the weekly number allows now. */
  readonly room: number;
  /** People who earned a thank-you and are not suggested: the greatest act first, then the longest wait. */
  readonly owedLongest: readonly Owed[];
  readonly fairness: Fairness;
  /** People to thank in other ways, because no network reaches them. */
  readonly quiet: readonly QuietSuggestion[];
  readonly heldBack: readonly { person: Person; reason: NonNullable<Fan["held"]> }[];
}

/** What a person has earned a thank-you for, and since when. */
export interface Owed extends NonNullable<Fan["earned"]> {
  readonly person: Person;
}

/**
 * Of the last 90 days: people who were thanked, people who earned a thank-you and got none, and the most
 * thank-yous to one person.
 */
export interface Fairness {
  readonly thanked: number;
  readonly waiting: number;
  readonly mostOften: number;
}

const dayMs = 86_400_000;
const weekDays = 7;
const fairnessDays = 90;
const longest = 5;

export async function listShoutOuts(ctx: Context): Promise<ShoutOutList> {
  requireRole(ctx, "viewer");
  const [loaded, rows] = await Promise.all([
    loadFanEvidence(ctx),
    listSuggested(ctx.db, ctx.workspaceId),
  ]);
  const momentIds = rows.flatMap(({ momentId }) => momentId ?? []);
  const actIds = rows.flatMap(({ touchpointId }) => touchpointId ?? []);
  const [moments, acts, paths] = await Promise.all([
    listMomentsByIds(ctx.db, ctx.workspaceId, momentIds),
    listTouchpointsById(ctx.db, ctx.workspaceId, actIds),
    listPaths(
      ctx,
      rows.map(({ personId }) => personId),
    ),
  ]);
  const suggestions = rows.flatMap((shoutOut) =>
    suggestionFrom(ctx.networks, shoutOut, loaded, { moments, acts, paths }),
  );
  const now = ctx.clock.now();
  const suggested = new Set(rows.map(({ personId }) => personId));
  const decidedThisWeek = loaded.decided.filter(
    ({ status, decidedAt }) => status !== "skipped" && isWithin(decidedAt, weekDays, now),
  );
  const quiet = quietSuggestions(loaded, now);
  const isOffered = new Set(quiet.map(({ person }) => person.id));
  const usable = loaded.accounts.filter(({ state }) => state !== "disconnected");
  return {
    suggestions,
    networks: [...new Set(usable.map(({ network }) => network))],
    sent: decidedThisWeek.filter(({ status }) => status !== "accepted").length,
    waiting: decidedThisWeek.filter(({ status }) => status === "accepted").length,
    room: Math.max(0, loaded.workspace.settings.shoutOutsPerWeek - decidedThisWeek.length),
    quiet,
    owedLongest: owedLongest(loaded.fans, suggested),
    fairness: fairnessOf(loaded.fans, now),
    heldBack: loaded.fans.flatMap((fan) => {
      const isWorthIt =
        fan.moments.length > 0 || hasEarnedRaw(fan.score.raw) || fan.held === "words-against-stars";
      return fan.held && isWorthIt && !isOffered.has(fan.person.id)
        ? [{ person: fan.person, reason: fan.held }]
        : [];
    }),
  };
}

/** Returns nothing if the person is held back or gone, or if the identity or our account is gone. */
function suggestionFrom(
  networks: NetworkRegistry,
  shoutOut: ShoutOut,
  { fans, accounts, workspace }: LoadedFans,
  {
    moments,
    acts,
    paths,
  }: {
    moments: readonly Moment[];
    acts: readonly Touchpoint[];
    paths: ReadonlyMap<string, readonly PathPoint[]>;
  },
): Suggestion[] {
  const fan = fans.find(({ person }) => person.id === shoutOut.personId);
  const identity = fan?.identities.find(({ id }) => id === shoutOut.identityId);
  const account = accounts.find(({ id }) => id === shoutOut.accountId);
  // A role, a refusal or a complaint may be newer than the suggestion.
  if (!fan || fan.held || !identity || !account) return [];
  const act = acts.find(({ id }) => id === shoutOut.touchpointId);
  const moment = moments.find(({ id }) => id === shoutOut.momentId);
  const addressed = { fan, moment, act, identity, account, kind: shoutOut.kind };
  const input = draftInputFor(networks.get(account.network), addressed, workspace);
  return [
    {
      shoutOut,
      identity,
      account,
      person: fan.person,
      moment,
      act,
      wordings: wordingsFor(input, workspace.settings.drafts),
      byHand: byHandOf(networks, shoutOut, account, act),
      path: paths.get(fan.person.id) ?? [],
      consent: fan.consent,
      lastThankedAt: fan.recognitions[0]?.at,
    },
  ];
}

/** Returns the people who earned the most by one act first; among equals, those who have waited longest. */
function owedLongest(fans: readonly Fan[], suggested: ReadonlySet<string>): Owed[] {
  return fans
    .flatMap(({ person, held, score, earned }) =>
      earned && mayBeThanked(held) && !suggested.has(person.id) && hasEarned(score)
        ? [{ person, ...earned }]
        : [],
    )
    .toSorted((a, b) => b.weight - a.weight || a.since.getTime() - b.since.getTime())
    .slice(0, longest);
}

/** Whether the person may be thanked, on a network or, without an account there, in another way. */
function mayBeThanked(held: Fan["held"]): boolean {
  return held === undefined || held === "no-account";
}

function fairnessOf(fans: readonly Fan[], now: Date): Fairness {
  const timesThanked = (fan: Fan) =>
    fan.recognitions.filter(({ at }) => isWithin(at, fairnessDays, now)).length;
  const thanked = fans.filter((fan) => timesThanked(fan) > 0);
  const waiting = fans.filter(
    (fan) => timesThanked(fan) === 0 && mayBeThanked(fan.held) && hasEarned(fan.score),
  );
  return {
    thanked: thanked.length,
    waiting: waiting.length,
    mostOften: Math.max(0, ...thanked.map(timesThanked)),
  };
}

function isWithin(at: Date | null, days: number, now: Date): boolean {
  return at !== null && now.getTime() - at.getTime() < days * dayMs;
}
