import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type { EditOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { isSame } from "../kit/same-text.ts";
import { callAs, type Answer } from "./call.ts";
import { limits, replyBytes } from "./limits.ts";
import { putReply } from "./reply.ts";
import { nameIn, reviewOf } from "./request.ts";
import type { GoogleSettings } from "./settings.ts";
import { postAnswer, reviewAnswer } from "./wire.ts";

/** Changes the text of a post or of a reply to a review; dates, button and picture stay as they are. */
export async function edit(
  session: Session,
  settings: GoogleSettings,
  { remoteId, reference, url }: Published,
  { text }: OutgoingPart,
  seen: readonly string[],
): Promise<EditOutcome> {
  const name = nameIn(reference);
  const review = reviewOf(name);
  const { used, max, isOver } = countText(text, limits.text);
  if (isOver || (review && Buffer.byteLength(text) > replyBytes))
    return { kind: "refused", code: "text-too-long", detail: `${used} of ${max}` };
  const standing = await wordsThere(session, settings, name, review);
  // Reading changes nothing, so a missing answer here leaves nothing in doubt.
  if (standing.kind === "refused") return standing;
  if (standing.kind !== "ok") return unread(standing);
  const there = standing.value;
  if (!seen.some((one) => isSame(one, there))) return { kind: "changed-there", text: there };
  const answer = review
    ? await putReply(session, settings, review, text)
    : await callAs(session, settings, {
        method: "PATCH",
        path: `/v4/${name}`,
        params: { updateMask: "summary" },
        body: { summary: text },
        shape: postAnswer,
      });
  return answer.kind === "ok" ? { kind: "edited", remoteId, reference, url } : answer;
}

async function wordsThere(
  session: Session,
  settings: GoogleSettings,
  name: string,
  review: string | undefined,
): Promise<Answer<string>> {
  if (review) {
    const answer = await callAs(session, settings, { path: `/v4/${review}`, shape: reviewAnswer });
    return answer.kind === "ok"
      ? { kind: "ok", value: answer.value.reviewReply?.comment ?? "" }
      : answer;
  }
  const answer = await callAs(session, settings, { path: `/v4/${name}`, shape: postAnswer });
  return answer.kind === "ok" ? { kind: "ok", value: answer.value.summary } : answer;
}
