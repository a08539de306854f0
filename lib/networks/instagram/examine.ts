import { z } from "zod";

import type { ExamineOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { allowancesIn } from "../kit/allowances-in.ts";
import { examined, type Probe } from "../kit/examined.ts";
import { credentialsIn } from "../kit/long-token.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs, isThroughFacebook } from "./call.ts";
import type { InstagramSettings } from "./settings.ts";
import { mediaList } from "./wire.ts";

/** Checks the permissions. The one for comments can be checked only if the account has a post. */
export async function examine(
  session: Session,
  settings: InstagramSettings,
): Promise<ExamineOutcome> {
  const isLasting = isThroughFacebook(session);
  const prefix = isLasting ? "instagram_" : "instagram_business_";
  const account = `/${encodeURIComponent(session.account.remoteId)}`;
  const list = { path: `${account}/media`, params: { fields: "id", limit: "1" }, shape: mediaList };
  const media = await callAs(session, settings, list);
  if (media.kind !== "ok" && media.kind !== "refused") return unread(media);
  const [post] = media.kind === "ok" ? media.value.data : [];
  const ask = (path: string, fields: string) => () =>
    callAs(session, settings, { path, params: { fields }, shape: z.unknown() });
  const limit = await ask(`${account}/content_publishing_limit`, "quota_usage,config")();
  const comments = { name: `${prefix}manage_comments` };
  const probes: Probe[] = [
    { name: `${prefix}basic`, isNeeded: true, ask: async () => media },
    { name: `${prefix}content_publish`, isNeeded: true, ask: async () => limit },
    ...(post ? [{ ...comments, ask: ask(`/${encodeURIComponent(post.id)}/comments`, "id") }] : []),
  ];
  const until = isLasting ? undefined : new Date(credentialsIn(session.credentials).freshUntil);
  const told = await examined(probes, until);
  if (told.kind !== "examined" || limit.kind !== "ok") return told;
  return { ...told, allowances: allowancesIn(limit.value) };
}
