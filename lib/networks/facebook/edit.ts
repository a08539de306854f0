import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type { EditOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { isSame } from "../kit/same-text.ts";
import { callAs } from "./call.ts";
import { commentLimit, limits } from "./limits.ts";
import type { FacebookSettings } from "./settings.ts";
import { onePost, successAnswer } from "./wire.ts";

/** Changes the text of a post or comment; Facebook does not let its pictures and link preview be changed. */
export async function edit(
  session: Session,
  settings: FacebookSettings,
  published: Published,
  { text, replyTo }: OutgoingPart,
  seen: readonly string[],
): Promise<EditOutcome> {
  const { used, max, isOver } = countText(text, replyTo ? commentLimit : limits.text);
  if (isOver) return { kind: "refused", code: "text-too-long", detail: `${used} of ${max}` };
  const path = `/${encodeURIComponent(published.remoteId)}`;
  const standing = await callAs(session, settings, {
    path,
    params: { fields: "id,message" },
    shape: onePost,
  });
  // Reading changes nothing, so a missing answer here leaves nothing in doubt.
  if (standing.kind === "unknown") return { kind: "not-sent", detail: standing.detail };
  if (standing.kind !== "ok") return standing;
  const { message: there = "" } = standing.value;
  if (!seen.some((one) => isSame(one, there))) return { kind: "changed-there", text: there };
  const call = { method: "POST", path, params: { message: text }, shape: successAnswer } as const;
  const answer = await callAs(session, settings, call);
  if (answer.kind !== "ok") return answer;
  const detail = "Facebook says that it did not change it.";
  return answer.value.success
    ? { ...published, kind: "edited" }
    : { kind: "refused", code: "invalid", detail };
}
