import type { DescribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { counted } from "../kit/counted.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { confirmedHandle } from "./confirmed-handle.ts";
import { profileAnswer } from "./wire.ts";

export async function describe(session: Session): Promise<DescribeOutcome> {
  const { remoteId, handle: known } = session.account;
  const answer = await callAs(session, {
    method: "app.bsky.actor.getProfile",
    shape: profileAnswer,
    params: { actor: remoteId },
  });
  if (answer.kind !== "ok") return unread(answer);
  const { handle, displayName, avatar, followersCount } = answer.value;
  const current = confirmedHandle(handle) ?? known;
  return {
    kind: "described",
    handle: current,
    displayName: displayName?.trim() || current,
    avatarUrl: avatar,
    ...counted(followersCount),
  };
}
