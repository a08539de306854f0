import type { RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { ownId } from "./token.ts";
import { threadAnswer, type NotificationAnswer, type StatusAnswer } from "./wire.ts";

/** Maximum of thread look-ups per page, because each is a request. */
const lookedUpAtMost = 20;

export interface Threads {
  /** Returns the touchpoint with its place in our thread. */
  readonly placed: (
    { status }: NotificationAnswer,
    touchpoint: RemoteTouchpoint,
  ) => Promise<RemoteTouchpoint>;
  /** Until when to rest, if a look-up used up the rate limit. */
  readonly restUntil: () => Date | undefined;
}

/**
 * A notification says whom a post answers, but not below which post of ours. For replies to other people this
 * is looked up, until a look-up fails or uses up the rate limit. Without a result the touchpoint stays a
 * mention.
 */
export function threadsOf(session: Session): Threads {
  let left = lookedUpAtMost;
  let restUntil: Date | undefined;
  const ourId = ownId(session.credentials);
  const ourPostAbove = async (id: string): Promise<string | undefined> => {
    left -= 1;
    const path = `/api/v1/statuses/${encodeURIComponent(id)}/context`;
    const answer = await callAs(session, { path, shape: threadAnswer });
    if (answer.kind === "ok" ? answer.restUntil : answer.kind !== "refused") left = 0;
    if (answer.kind !== "ok") return undefined;
    restUntil = answer.restUntil;
    return answer.value.ancestors.findLast((one) => one?.account.id === ourId)?.id;
  };
  return {
    placed: async ({ status }, touchpoint) => {
      if (!status || touchpoint.type !== "mention" || !answersOther(status, ourId) || left <= 0)
        return touchpoint;
      const onRemoteId = await ourPostAbove(status.id);
      if (!onRemoteId) return touchpoint;
      return { ...touchpoint, type: "reply", onRemoteId, isAnswerToOther: true };
    },
    restUntil: () => restUntil,
  };
}

/** Whether the post answers somebody other than us and its own author. */
function answersOther({ account, in_reply_to_account_id: answered }: StatusAnswer, ourId: string) {
  return Boolean(answered) && answered !== ourId && answered !== account.id;
}
