import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { XSettings } from "./settings.ts";
import { removedAnswer } from "./wire.ts";

export async function remove(
  session: Session,
  settings: XSettings,
  { remoteId }: Published,
): Promise<RemoveOutcome> {
  const answer = await callAs(session, settings, removedAnswer, ({ v2 }) =>
    v2.delete(`tweets/${remoteId}`),
  );
  if (answer.kind === "ok") return { kind: "removed" };
  // Only X's own error counts: a proxy may also answer 404, which says nothing about the post.
  if (answer.kind === "refused" && answer.isNotFound) return { kind: "removed" };
  const failure = unread(answer);
  return failure.kind === "not-sent" ? { kind: "failed", detail: failure.detail } : failure;
}
