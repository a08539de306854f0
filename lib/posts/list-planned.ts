import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import type { PostWithVersions } from "./post.ts";
import { listBetween } from "./repository.ts";

/** Part of a transaction: everything that is scheduled for later. */
export async function listPlanned(tx: Tx, ctx: Context): Promise<PostWithVersions[]> {
  return listBetween(tx, ctx.workspaceId, ctx.clock.now(), endOfTime);
}

const endOfTime = new Date("9999-12-31T23:59:59Z");
