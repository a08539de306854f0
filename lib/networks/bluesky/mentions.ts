import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { type Answer } from "./exchange.ts";
import { spansOf } from "./rich-text.ts";
import { handleAnswer } from "./wire.ts";

/**
 * Returns the DIDs of the handles that a text mentions. A handle that does not exist is omitted and stays
 * plain text.
 */
export async function resolveMentions(
  session: Session,
  text: string,
): Promise<Answer<Map<string, string>>> {
  const dids = new Map<string, string>();
  const handles = spansOf(text).flatMap((span) => (span.kind === "mention" ? [span.handle] : []));
  for (const handle of new Set(handles)) {
    const method = "com.atproto.identity.resolveHandle";
    const answer = await callAs(session, { method, shape: handleAnswer, params: { handle } });
    if (answer.kind === "ok") dids.set(handle, answer.value.did);
    else if (answer.kind !== "refused") return answer;
  }
  return { kind: "ok", value: dids };
}
