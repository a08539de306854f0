import { z } from "zod";

import type { ExamineOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { allowancesIn } from "../kit/allowances-in.ts";
import { examined, type Probe } from "../kit/examined.ts";
import { credentialsIn } from "../kit/long-token.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { ThreadsSettings } from "./settings.ts";
import { postList } from "./wire.ts";

const limitFields = "quota_usage,config,reply_quota_usage,reply_config";

/**
 * Checks the permissions. Those for replies and insights need a post; permission to post cannot be checked
 * without posting.
 */
export async function examine(
  session: Session,
  settings: ThreadsSettings,
): Promise<ExamineOutcome> {
  const one = { fields: "id", limit: "1" };
  const list = { path: "/me/threads", params: one, shape: postList };
  const posts = await callAs(session, settings, list);
  if (posts.kind !== "ok" && posts.kind !== "refused") return unread(posts);
  const [post] = posts.kind === "ok" ? posts.value.data : [];
  const ask = (path: string, params: Record<string, string>) => () =>
    callAs(session, settings, { path, params, shape: z.unknown() });
  const below = post && `/${encodeURIComponent(post.id)}`;
  const probes: Probe[] = [
    { name: "threads_basic", isNeeded: true, ask: async () => posts },
    { name: "threads_manage_mentions", ask: ask("/me/mentions", one) },
  ];
  if (below)
    probes.push(
      { name: "threads_read_replies", ask: ask(`${below}/conversation`, one) },
      { name: "threads_manage_insights", ask: ask(`${below}/insights`, { metric: "likes" }) },
    );
  const told = await examined(probes, new Date(credentialsIn(session.credentials).freshUntil));
  if (told.kind !== "examined") return told;
  const limit = await ask("/me/threads_publishing_limit", { fields: limitFields })();
  return limit.kind === "ok" ? { ...told, allowances: allowancesIn(limit.value) } : told;
}
