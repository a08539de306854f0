import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listCorrected } from "./repository.ts";
import { learnFrom, type OwnReader } from "./text-signals/own-reader.ts";
import type { Verdict } from "./verdict.ts";

const newest = 1_000;

export interface OwnReaders {
  readonly praise: OwnReader;
  readonly complaint: OwnReader;
}

/** Returns the readers learnt from the workspace's corrections of its latest thousand judged touchpoints. */
export async function loadOwnReaders(ctx: Context): Promise<OwnReaders> {
  requireRole(ctx, "viewer");
  const rows = await listCorrected(ctx.db, ctx.workspaceId, newest);
  const taughtBy = (says: Readonly<Partial<Record<Verdict, boolean>>>) =>
    learnFrom(
      rows.flatMap(({ id, text, sentiment, verdict }) => {
        const isPositive = verdict === null ? undefined : says[verdict];
        return isPositive === undefined ? [] : [{ id, text: text ?? "", sentiment, isPositive }];
      }),
    );
  return { praise: taughtBy(praise), complaint: taughtBy(complaint) };
}

/**
 * "No complaint" may be anything but a complaint, and "not a compliment" may be a complaint: neither verdict
 * teaches the other reader.
 */
const praise = { compliment: true, "not-a-compliment": false, complaint: false };
const complaint = { complaint: true, "no-complaint": false, compliment: false };
