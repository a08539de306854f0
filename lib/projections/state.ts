import type { FigureState } from "./figure.ts";

/**
 * What reading the next entry of a person's log needs of everything before it: plain JSON of bounded
 * size. What the parts hold is up to those who read the log (`lib/projector`).
 */
export interface DerivedState {
  readonly figures: FigureState;
  readonly parts: unknown;
}
