import type { MeasureOutcome } from "../contract/outcome.ts";
import type { Published, RemoteMetrics } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { ThreadsSettings } from "./settings.ts";
import { insightsAnswer } from "./wire.ts";

const metrics = "likes,replies,reposts,quotes";

/** Reads the counts, one call per post: Threads has no call for several posts. */
export async function measure(
  session: Session,
  settings: ThreadsSettings,
  published: readonly Published[],
): Promise<MeasureOutcome> {
  const measured: RemoteMetrics[] = [];
  for (const { remoteId } of published) {
    const path = `/${encodeURIComponent(remoteId)}/insights`;
    const call = { path, params: { metric: metrics }, shape: insightsAnswer };
    const answer = await callAs(session, settings, call);
    if (answer.kind === "ok") measured.push(countsOf(remoteId, answer.value.data));
    // The post is gone or may not be read: continue with the others.
    else if (answer.kind !== "refused") return unread(answer);
  }
  return { kind: "measured", metrics: measured };
}

function countsOf(
  remoteId: string,
  told: readonly { name: string; values?: { value: number }[] | undefined }[],
): RemoteMetrics {
  const count = (name: string) =>
    told.find((metric) => metric.name === name)?.values?.[0]?.value ?? 0;
  return {
    remoteId,
    likes: count("likes"),
    reposts: count("reposts"),
    replies: count("replies"),
    quotes: count("quotes"),
  };
}
