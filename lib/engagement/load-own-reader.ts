import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listCorrected } from "./repository.ts";
import { learnFrom, type OwnReader } from "./text-signals/own-reader.ts";

const newest = 1_000;

/** What the workspace's own corrections taught, the newest thousand of them. */
export async function loadOwnReader(ctx: Context): Promise<OwnReader> {
  requireRole(ctx, "viewer");
  const rows = await listCorrected(ctx.db, ctx.workspaceId, newest);
  return learnFrom(
    rows.map(({ id, text, sentiment, verdict }) => ({
      id,
      text: text ?? "",
      sentiment,
      isPraise: verdict === "compliment",
    })),
  );
}
