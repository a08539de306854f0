import type { FigureState } from "./figure.ts";

/**
 * What reading the next entry of a person's log needs of all earlier ones, as plain JSON of bounded size.
 * `lib/projector` defines the content of `parts`.
 */
export interface DerivedState {
  readonly figures: FigureState;
  readonly parts: unknown;
}
