import type { Session } from "../contract/connector.ts";
import type { RemoteTouchpoint } from "../contract/remote.ts";
import { callAs } from "./call.ts";
import { ownId } from "./token.ts";
import { threadAnswer, type NotificationAnswer, type StatusAnswer } from "./wire.ts";

/** Each costs a request; of what one page tells beyond these, nothing is said of the thread. */
const lookedUpAtMost = 20;

export interface Threads {
  /** The touchpoint as it stands in its thread. */
  readonly placed: (
    { status }: NotificationAnswer,
    touchpoint: RemoteTouchpoint,
  ) => Promise<RemoteTouchpoint>;
  /** The budget is used up with what was asked. */
  readonly restUntil: () => Date | undefined;
}

/**
 * A notification tells whom a post answers, but not under which post of ours: that is asked for answers
 * to others, until the server says that it is enough. What cannot be known stays a mention.
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

/** Neither to us nor going on with their own. */
function answersOther({ account, in_reply_to_account_id: answered }: StatusAnswer, ourId: string) {
  return Boolean(answered) && answered !== ourId && answered !== account.id;
}
