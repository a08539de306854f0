import { fanAfter, fanAfterThanks, newFan, type FanState } from "../advocacy/fan-state.ts";
import { momentRow } from "../advocacy/moment-row.ts";
import { newStory, tell, type Story } from "../advocacy/moments.ts";
import type { Moment, Recognition } from "../advocacy/shout-out.ts";
import type { Classification, Transition } from "../journey/belief.ts";
import type { Move } from "../journey/move.ts";
import {
  choose,
  newPerson,
  take,
  type LoggedTouchpoint,
  type PersonState,
} from "../journey/person-state.ts";
import { isSwitchedOff } from "../journey/rules.ts";
import { lapse } from "../journey/silence.ts";
import { stageEstimateOf } from "../journey/stage-estimate.ts";
import type { StageModel } from "../journey/stage-model.ts";
import {
  countMove,
  countStanding,
  countTouchpoint,
  noFigures,
  type FigureChanges,
  type FigureState,
} from "../projections/figure.ts";
import type { Position } from "../projections/position.ts";
import type { Standpoint } from "../projections/rewind.ts";

/** One entry of a person's log. */
export type Entry = { readonly position: Position } & (
  | { readonly touchpoint: LoggedTouchpoint }
  | { readonly choice: Transition }
  | { readonly thanks: Recognition }
);

/** The state kept of a person besides the figures. */
export interface Parts {
  readonly journey: PersonState;
  readonly story: Story;
  readonly fan: FanState;
}

export interface Read {
  readonly position: Position;
  readonly entries: number;
  readonly parts: Parts;
  readonly figures: FigureState;
}

/** Everything derived from reading some entries of a person's log. */
export interface Derived extends Read {
  readonly classifications: readonly Classification[];
  readonly moves: readonly NumberedMove[];
  readonly moments: readonly Omit<Moment, "personId">[];
  /** States at regular intervals, from which reading can restart. */
  readonly checkpoints: readonly Read[];
}

export interface NumberedMove extends Move {
  readonly entry: number;
}

export const entriesPerCheckpoint = 100;

/**
 * Reads entries of one person's log from a standpoint on and counts them. The cost of an entry does not
 * depend on the log's length. With `now` the entries are the last ones, and silence up to `now` is evaluated
 * too.
 */
export function readEntries(
  model: StageModel,
  start: Standpoint,
  entries: readonly Entry[],
  changes: FigureChanges,
  now: Date | undefined,
): Derived {
  const reader = new Reader(model, start, changes);
  for (const entry of entries) reader.read(entry);
  if (now) reader.lapseBy(now);
  return reader.result();
}

export function standpointOf({ position, entries, parts, figures }: Read): Standpoint {
  return { position, entries, state: { parts, figures } };
}

class Reader {
  private readonly model: StageModel;
  private readonly changes: FigureChanges;
  private readonly start: FigureState;
  private current: Read;
  private readonly classifications: Classification[] = [];
  private readonly moves: NumberedMove[] = [];
  private readonly moments: Omit<Moment, "personId">[] = [];
  private readonly checkpoints: Read[] = [];

  constructor(model: StageModel, { position, entries, state }: Standpoint, changes: FigureChanges) {
    this.model = model;
    this.changes = changes;
    this.start = state?.figures ?? noFigures;
    // Only this class writes `parts`; a change of its format comes with a rebuild.
    const parts = (state?.parts as Parts | undefined) ?? nothing;
    this.current = { position, entries, parts, figures: this.start };
  }

  read(entry: Entry): void {
    const entries = this.current.entries + 1;
    this.current = { ...this.current, position: entry.position, entries };
    if ("touchpoint" in entry) this.take(entry.touchpoint);
    else if ("choice" in entry) this.choose(entry.choice);
    else {
      const { parts } = this.current;
      this.keep({ ...parts, fan: fanAfterThanks(parts.fan, entry.thanks) });
    }
    if (entries % entriesPerCheckpoint === 0) this.checkpoints.push(this.current);
  }

  lapseBy(now: Date): void {
    const { parts, entries } = this.current;
    if (!parts.journey.filter) return;
    const step = lapse(this.model, parts.journey.filter, now);
    this.keep({ ...parts, journey: { ...parts.journey, filter: step.state } });
    this.move(step.moves, entries + 1);
  }

  result(): Derived {
    const { classifications, moves, moments, checkpoints } = this;
    countStanding(this.changes, this.start, -1);
    countStanding(this.changes, this.current.figures, 1);
    return { ...this.current, classifications, moves, moments, checkpoints };
  }

  private take(touchpoint: LoggedTouchpoint): void {
    const { parts, entries, figures } = this.current;
    const taken = take(this.model, parts.journey, touchpoint);
    const { stageId } = taken.classification;
    const { rule } = taken.classification;
    const told = tell(parts.story, {
      id: touchpoint.id,
      type: touchpoint.type,
      rule: taken.usual,
      at: touchpoint.occurredAt,
      isContest: touchpoint.isContest,
      isReturn: taken.moves.some(({ kind }) => kind === "re-enter"),
    });
    this.classifications.push(taken.classification);
    const kinds = isSwitchedOff(this.model, taken.usual) ? [] : told.kinds;
    for (const kind of kinds) this.moments.push(momentRow(touchpoint, kind));
    this.current = {
      ...this.current,
      parts: {
        journey: taken.state,
        story: told.story,
        fan: fanAfter(parts.fan, touchpoint, taken),
      },
      figures: countTouchpoint(this.changes, figures, { ...touchpoint, stageId, rule }, 1),
    };
    this.move(taken.moves, entries);
  }

  /** The row of the choice is the move; a silence before it may give another. */
  private choose(choice: Transition): void {
    const { parts, entries } = this.current;
    const { at, toStageId } = choice;
    const chosen = choose(this.model, parts.journey, { at, stageId: toStageId ?? "" });
    this.keep({ ...parts, journey: chosen.state });
    this.move(
      chosen.moves.filter(({ isManual }) => !isManual),
      entries,
    );
    this.current = {
      ...this.current,
      figures: countMove(this.changes, this.current.figures, choice, 1),
    };
  }

  private move(moves: readonly Move[], entry: number): void {
    for (const move of moves) {
      this.moves.push({ ...move, entry });
      const figures = countMove(
        this.changes,
        this.current.figures,
        {
          at: move.at,
          kind: move.kind,
          fromStageId: this.idOf(move.from),
          toStageId: this.idOf(move.to),
        },
        1,
      );
      this.current = { ...this.current, figures };
    }
    this.stand();
  }

  private keep(parts: Parts): void {
    this.current = { ...this.current, parts };
    this.stand();
  }

  private stand(): void {
    const { parts, figures } = this.current;
    const { filter } = parts.journey;
    if (!filter) return;
    const stageId = this.idOf(filter.shown ?? undefined);
    const { isAway, isDeciding } = stageEstimateOf(this.model, filter);
    const now = { stageId, isAway, isDeciding };
    this.current = { ...this.current, figures: { ...figures, now } };
  }

  private idOf(stage: number | undefined): string | null {
    return stage === undefined ? null : (this.model.stages[stage]?.id ?? null);
  }
}

const nothing: Parts = { journey: newPerson, story: newStory, fan: newFan };
