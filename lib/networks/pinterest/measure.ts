import type { MeasureOutcome } from "../contract/outcome.ts";
import type { Published, RemoteMetrics } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { PinterestSettings } from "./settings.ts";
import { onePin, type PinAnswer } from "./wire.ts";

/**
 * Reads the counts, one call per pin: the call for many pins is open to selected apps only. Pinterest's saves
 * count as reposts.
 */
export async function measure(
  session: Session,
  settings: PinterestSettings,
  published: readonly Published[],
): Promise<MeasureOutcome> {
  const metrics: RemoteMetrics[] = [];
  for (const { remoteId } of published) {
    const path = `/pins/${encodeURIComponent(remoteId)}`;
    const params = { pin_metrics: "true" };
    const answer = await callAs(session, settings, { path, params, shape: onePin });
    if (answer.kind === "ok") metrics.push(countsOf(remoteId, answer.value));
    // The post is gone or may not be read: continue with the others.
    else if (answer.kind !== "refused") return unread(answer);
  }
  return { kind: "measured", metrics };
}

function countsOf(remoteId: string, { pin_metrics: told }: PinAnswer): RemoteMetrics {
  const count = (name: string) => {
    const value = told?.lifetime_metrics?.[name];
    return typeof value === "number" ? value : 0;
  };
  return {
    remoteId,
    likes: count("reaction"),
    reposts: count("save"),
    replies: count("comment"),
    quotes: 0,
  };
}
