import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type { EditOutcome } from "../contract/outcome.ts";
import type { JsonObject, Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { isSame } from "../kit/same-text.ts";
import { callAs, type Answer } from "./call.ts";
import { commentLimit, limits } from "./limits.ts";
import { littleText, plainText } from "./little-text.ts";
import { targetIn, type Target } from "./reply-target.ts";
import { commentPath } from "./request.ts";
import type { LinkedInSettings } from "./settings.ts";
import { mayRead } from "./token.ts";
import { encodeUrn } from "./urn.ts";
import { anything, comment, post } from "./wire.ts";

/**
 * Changes the text; LinkedIn allows no change of pictures, poll or link preview. A member's posts cannot be
 * read, so changes made on LinkedIn in the meantime are overwritten there.
 */
export async function edit(
  session: Session,
  settings: LinkedInSettings,
  published: Published,
  { text }: OutgoingPart,
  seen: readonly string[],
): Promise<EditOutcome> {
  const { remoteId, reference, url } = published;
  const target = targetIn(reference);
  const { used, max, isOver } = countText(text, target.comment ? commentLimit : limits.text);
  if (isOver) return { kind: "refused", code: "text-too-long", detail: `${used} of ${max}` };
  const standing = await wordsThere(session, settings, target);
  // Reading changes nothing, so a missing answer here leaves nothing in doubt.
  if (standing.kind === "unknown" || standing.kind === "duplicate")
    return { kind: "not-sent", detail: standing.detail };
  if (standing.kind !== "ok") return standing;
  const there = standing.value;
  if (there !== undefined && !seen.some((one) => isSame(one, there)))
    return { kind: "changed-there", text: there };
  const answer = await callAs(session, settings, {
    method: "POST",
    ...changeOf(session, target, text),
    restli: "PARTIAL_UPDATE",
    shape: anything,
  });
  if (answer.kind === "ok") return { kind: "edited", remoteId, reference, url };
  if (answer.kind !== "duplicate") return answer;
  return { kind: "refused", code: "invalid", detail: answer.detail };
}

function changeOf(
  { account }: Session,
  target: Target,
  text: string,
): { path: string; body: JsonObject } {
  if (target.comment)
    return {
      path: commentPath(target, account.remoteId),
      body: { patch: { message: { $set: { text } } } },
    };
  return { path: pathOf(target), body: { patch: { $set: { commentary: littleText(text) } } } };
}

function pathOf({ post: name }: Target): string {
  return `/rest/posts/${encodeUrn(name)}`;
}

/** Reads the current text; undefined if this sign-in may not read it. */
async function wordsThere(
  session: Session,
  settings: LinkedInSettings,
  target: Target,
): Promise<Answer<string | undefined>> {
  const hidden = { kind: "ok", value: undefined, headers: new Headers() } as const;
  if (!mayRead(session)) return hidden;
  if (target.comment) {
    const path = commentPath(target);
    const answer = await callAs(session, settings, { path, shape: comment });
    if (answer.kind !== "ok") return answer.isDenied ? hidden : answer;
    return { ...answer, value: answer.value.message.text };
  }
  const answer = await callAs(session, settings, { path: pathOf(target), shape: post });
  if (answer.kind !== "ok") return answer.isDenied ? hidden : answer;
  return { ...answer, value: plainText(answer.value.commentary) };
}
