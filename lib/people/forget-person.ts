import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { forgetDerived } from "../projections/rewind.ts";
import { erasedFingerprint } from "./erased-identity.ts";
import { forgetMentions } from "./forget-mentions.ts";
import { listPlannedMentions } from "./list-planned-mentions.ts";
import { marksOf, type Marks } from "./marks.ts";
import type { Person } from "./person.ts";
import {
  deletePersonalRows,
  listPersonalRows,
  lockIdentitiesOf,
  saveErasure,
} from "./personal-rows-repository.ts";
import {
  deletePost,
  deleteTraces,
  listTiedPosts,
  listUndecided,
  savePost,
  type PostRow,
} from "./tied-post-repository.ts";
import { wasNeverOut, withoutWords } from "./tied-post.ts";

export type Forgetter = Pick<Context, "workspaceId" | "secrets">;

/** Everything about a person, read and locked until the transaction ends. */
export interface LeftAfterErasure {
  readonly person: Person;
  readonly rows: Awaited<ReturnType<typeof listPersonalRows>>;
  readonly marks: Marks;
  readonly tied: readonly PostRow[];
  /** Posts that name, thank or answer the person and may still be sent or wait for an answer. */
  readonly plannedPostIds: readonly string[];
}

export async function gatherRemains(
  tx: Tx,
  { workspaceId }: Pick<Context, "workspaceId">,
  person: Person,
): Promise<LeftAfterErasure> {
  await lockIdentitiesOf(tx, workspaceId, person.id);
  const rows = await listPersonalRows(tx, workspaceId, person.id);
  const marks = marksOf(person, rows.identities);
  const tied = await listTiedPosts(tx, workspaceId, {
    touchpointIds: rows.touchpoints.map(({ id }) => id),
    shoutOutIds: rows.shoutOuts.map(({ id }) => id),
  });
  const tiedIds = tied.map(({ post }) => post.id);
  const planned = await listUndecided(tx, workspaceId, tiedIds);
  const naming = await listPlannedMentions(tx, workspaceId, marks);
  return { person, rows, marks, tied, plannedPostIds: [...new Set([...planned, ...naming])] };
}

/**
 * Erases a person. Published texts stay unless `withPublished`. The caller ensures that nothing about them is
 * planned.
 */
export async function forgetPerson(
  tx: Tx,
  ctx: Forgetter,
  { person, rows, marks, tied }: Omit<LeftAfterErasure, "plannedPostIds">,
  { withPublished, at }: { withPublished: boolean; at: Date },
): Promise<void> {
  const { workspaceId } = ctx;
  for (const post of tied) {
    await deleteTraces(tx, post);
    if (wasNeverOut(post)) await deletePost(tx, post);
    else await savePost(tx, withoutWords(post, { withPublished }));
  }
  await forgetDerived(tx, workspaceId, [person.id]);
  const touchpointIds = rows.touchpoints.map(({ id }) => id);
  await deletePersonalRows(tx, workspaceId, person.id, touchpointIds);
  await forgetMentions(tx, workspaceId, marks, { withPublished });
  for (const identity of rows.identities)
    await saveErasure(tx, { id: erasedFingerprint(ctx, identity), workspaceId, at });
}
