import { canAppreciate } from "#lib/engagement/appreciate-touchpoint";
import type { GivenAppreciation } from "#lib/engagement/list-appreciations";
import type { Touchpoint } from "#lib/engagement/touchpoint";

/** What the timeline needs to offer favourites and reposts, and to show those that were given. */
export interface Gifts {
  readonly workspace: string;
  readonly given: readonly GivenAppreciation[];
  readonly canGive: boolean;
}

/** What of a touchpoint's was given already; undefined where there is nothing to give or show. */
export function giftsFor(
  { given, canGive }: Gifts,
  touchpoint: Touchpoint,
): GivenAppreciation["how"][] | undefined {
  if (!canGive || !canAppreciate(touchpoint)) return undefined;
  return given.filter(({ touchpointId }) => touchpointId === touchpoint.id).map(({ how }) => how);
}
