import type { Context } from "../kernel/context.ts";
import {
  type EvidenceRow,
  findEvidenceState,
  listContestTexts,
  listEvidence,
} from "./evidence-repository.ts";

export interface Evidence {
  /** Oldest first. */
  readonly rows: readonly EvidenceRow[];
  /** Texts of contests and chains, as often as they were written. */
  readonly contests: readonly string[];
}

interface Kept {
  readonly rows: readonly EvidenceRow[];
  readonly contests: readonly { readonly text: string; readonly at: Date }[];
  readonly state: string | undefined;
  readonly since: Date;
}

/** What is kept takes about 10 MB at most; larger workspaces read anew. */
const rowsAtMost = 10_000;
const workspacesAtMost = 4;

/** By database, so that two installations in one process do not meet. */
const kept = new WeakMap<Context["db"], Map<string, Kept>>();

/**
 * All evidence since then. It is read again only when an event tells that some of it changed, so
 * that looking at a page does not read a year; while such an event waits for its answer nothing is
 * kept. `since` may only move forward.
 */
export async function readEvidence(ctx: Context, since: Date): Promise<Evidence> {
  const ofDatabase = kept.get(ctx.db) ?? new Map<string, Kept>();
  kept.set(ctx.db, ofDatabase);
  const state = await findEvidenceState(ctx.db, ctx.workspaceId);
  const known = ofDatabase.get(ctx.workspaceId);
  if (known && known.state === state && known.since <= since) return within(known, since);
  ofDatabase.delete(ctx.workspaceId);
  const read = await readAnew(ctx, state, since);
  if (state !== undefined && read.rows.length <= rowsAtMost) {
    ofDatabase.set(ctx.workspaceId, read);
    const [oldest] = ofDatabase.keys();
    if (ofDatabase.size > workspacesAtMost && oldest !== undefined) ofDatabase.delete(oldest);
  }
  return within(read, since);
}

async function readAnew(
  { db, workspaceId }: Context,
  state: string | undefined,
  since: Date,
): Promise<Kept> {
  const [rows, contests] = await Promise.all([
    listEvidence(db, workspaceId, since),
    listContestTexts(db, workspaceId, since),
  ]);
  return { rows, contests, state, since };
}

function within({ rows, contests }: Kept, since: Date): Evidence {
  return {
    rows: rows.filter(({ touchpoint }) => touchpoint.occurredAt >= since),
    contests: contests.filter(({ at }) => at >= since).map(({ text }) => text),
  };
}
