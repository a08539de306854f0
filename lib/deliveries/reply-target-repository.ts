import { and, eq } from "drizzle-orm";

import type { Db } from "../db/store.ts";
import { touchpoints } from "../engagement/schema.ts";
import type { ReplyTarget } from "../networks/contract/remote.ts";

/** What a post answers, and on which network. */
export interface PostReplyTarget {
  readonly network: string;
  readonly target: ReplyTarget;
}

export async function findReplyTarget(
  db: Db,
  workspaceId: string,
  touchpointId: string,
): Promise<PostReplyTarget | undefined> {
  const [row] = await db
    .select({ network: touchpoints.channel, target: touchpoints.replyTarget })
    .from(touchpoints)
    .where(and(eq(touchpoints.workspaceId, workspaceId), eq(touchpoints.id, touchpointId)));
  return row?.target ? { network: row.network, target: row.target } : undefined;
}
