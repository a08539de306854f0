import type { PostLook } from "#lib/views/calendar";

import type { Selectable } from "./selection.tsx";

const changeable: ReadonlySet<PostLook> = new Set(["scheduled", "missed", "failed", "draft"]);

/**
 * Returns the posts that can be changed together, in the order of the list: unpublished posts, then drafts.
 */
export function selectableOf(
  events: readonly (Selectable & { readonly look: PostLook })[],
  drafts: readonly Selectable[],
): Selectable[] {
  return [...events.filter(({ look }) => changeable.has(look)), ...drafts].map(
    ({ id, version, text }) => ({ id, version, text }),
  );
}
