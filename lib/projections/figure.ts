/** What a figure counts, and the period it covers. */
export const figureKinds = [
  /** Touchpoints by week, stage and account. */
  "touchpoints",
  /** Distinct people by week, stage and account, and by week and stage. */
  "people",
  /** People by the day of their last touchpoint of a stage, and of a stage on an account. */
  "last-seen",
  /** Touchpoints by week, stage, account and post. */
  "post-touchpoints",
  /** Touchpoints by day and post. */
  "post-day",
  /** Touchpoints by day, stage and rule. */
  "rule",
  /** Touchpoints by quarter of an hour. */
  "quarter",
  /** Moves by UTC day, stage left, stage entered and kind. */
  "moves",
  /** People by the UTC day of their last move between stages. */
  "last-move",
  /** People by stage, and whether they are away or deciding. */
  "now",
] as const;

export interface FigureKey {
  readonly kind: (typeof figureKinds)[number];
  readonly period: string;
  readonly stageId?: string | null;
  readonly toStageId?: string | null;
  readonly accountId?: string | null;
  readonly postId?: string | null;
  readonly detail?: string | null;
}

/** What counting the next touchpoint needs to know about a person's earlier ones. */
export interface FigureState {
  /** Day and week of the last touchpoint, by stage, and by stage and account. */
  readonly last: Readonly<Record<string, readonly [day: string, week: string]>>;
  readonly lastMoveDay: string | null;
  /** Where the person is counted now; undefined before they have a stage. */
  readonly now?: {
    readonly stageId: string | null;
    readonly isAway: boolean;
    /** Considering a purchase, where one stage covers both deciding and having bought. */
    readonly isDeciding: boolean;
  };
}

export const noFigures: FigureState = { last: {}, lastMoveDay: null };

export interface FiguredTouchpoint {
  readonly occurredAt: Date;
  readonly localDay: string;
  readonly localWeek: string;
  readonly accountId: string | null;
  readonly postId: string | null;
  readonly stageId: string | null;
  readonly rule: string;
}

export interface FiguredMove {
  readonly at: Date;
  readonly fromStageId: string | null;
  readonly toStageId: string | null;
  readonly kind: string;
}

/** Changes of the counts of figures, by key. */
export class FigureChanges {
  readonly counts = new Map<string, FigureKey & { count: number }>();

  add(key: FigureKey, count: number): void {
    const { kind, period, stageId, toStageId, accountId, postId, detail } = key;
    const name = `${kind}|${period}|${stageId ?? ""}|${toStageId ?? ""}|${accountId ?? ""}|${postId ?? ""}|${detail ?? ""}`;
    const known = this.counts.get(name);
    if (known) known.count += count;
    else this.counts.set(name, { ...key, count });
  }
}

/** Adds one touchpoint to the figures (`sign` 1) or removes it (-1). Returns the state after it. */
export function countTouchpoint(
  changes: FigureChanges,
  state: FigureState,
  touchpoint: FiguredTouchpoint,
  sign: 1 | -1,
): FigureState {
  const { localDay: day, localWeek: week, stageId, accountId, postId, rule } = touchpoint;
  changes.add({ kind: "touchpoints", period: week, stageId, accountId }, sign);
  changes.add({ kind: "rule", period: day, stageId, detail: rule }, sign);
  changes.add({ kind: "quarter", period: quarterOf(touchpoint.occurredAt) }, sign);
  if (postId) {
    changes.add({ kind: "post-touchpoints", period: week, stageId, accountId, postId }, sign);
    changes.add({ kind: "post-day", period: day, postId }, sign);
  }
  const last: Record<string, readonly [string, string]> = { ...state.last };
  for (const account of accountId ? [null, accountId] : [null]) {
    const key = `${stageId ?? ""}|${account ?? ""}`;
    if (last[key]?.[1] !== week)
      changes.add({ kind: "people", period: week, stageId, accountId: account }, sign);
    last[key] = [day, week];
  }
  return { ...state, last };
}

export function countMove(
  changes: FigureChanges,
  state: FigureState,
  { at, fromStageId, toStageId, kind }: FiguredMove,
  sign: 1 | -1,
): FigureState {
  const day = at.toISOString().slice(0, 10);
  changes.add({ kind: "moves", period: day, stageId: fromStageId, toStageId, detail: kind }, sign);
  const isLater = state.lastMoveDay === null || day > state.lastMoveDay;
  if (!isBetweenStages(kind)) return state;
  return isLater ? { ...state, lastMoveDay: day } : state;
}

/** Arrivals, returns and exits are not moves between stages. */
function isBetweenStages(kind: string): boolean {
  return kind !== "first" && kind !== "re-enter" && kind !== "exit";
}

/** Adds a person to the figures of where they were last seen and are now (`sign` 1), or removes them (-1). */
export function countStanding(changes: FigureChanges, state: FigureState, sign: 1 | -1): void {
  for (const [key, [day]] of Object.entries(state.last)) {
    const [stageId, accountId] = key.split("|");
    changes.add(
      { kind: "last-seen", period: day, stageId: stageId || null, accountId: accountId || null },
      sign,
    );
  }
  if (state.lastMoveDay) changes.add({ kind: "last-move", period: state.lastMoveDay }, sign);
  if (state.now)
    changes.add(
      {
        kind: "now",
        period: "",
        stageId: state.now.stageId,
        detail: whereabouts(state.now),
      },
      sign,
    );
}

function whereabouts({ isAway, isDeciding }: NonNullable<FigureState["now"]>): string {
  if (isAway) return "away";
  return isDeciding ? "deciding" : "here";
}

export const quarterMs = 15 * 60_000;

/** Returns the start of the quarter of an hour as `YYYY-MM-DDTHH:MM` in UTC. */
export function quarterOf(at: Date): string {
  return new Date(Math.floor(at.getTime() / quarterMs) * quarterMs).toISOString().slice(0, 16);
}
