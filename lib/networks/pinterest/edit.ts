import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type { EditOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { isSame } from "../kit/same-text.ts";
import { callAs } from "./call.ts";
import { limits } from "./limits.ts";
import { pinIn } from "./request.ts";
import type { PinterestSettings } from "./settings.ts";
import { onePin } from "./wire.ts";

/** Changes the description; title, link, board and pictures stay as they are. */
export async function edit(
  session: Session,
  settings: PinterestSettings,
  published: Published,
  { text }: OutgoingPart,
  seen: readonly string[],
): Promise<EditOutcome> {
  const { remoteId, reference, url } = published;
  const { used, max, isOver } = countText(text, limits.text);
  if (isOver) return { kind: "refused", code: "text-too-long", detail: `${used} of ${max}` };
  const path = `/pins/${encodeURIComponent(pinIn(reference))}`;
  const standing = await callAs(session, settings, { path, shape: onePin });
  // Reading changes nothing, so a missing answer here leaves nothing in doubt.
  if (standing.kind === "refused") return standing;
  if (standing.kind !== "ok") return unread(standing);
  const there = standing.value.description ?? "";
  if (!seen.some((one) => isSame(one, there))) return { kind: "changed-there", text: there };
  const answer = await callAs(session, settings, {
    method: "PATCH",
    path,
    body: { description: text.trim() },
    shape: onePin,
  });
  return answer.kind === "ok" ? { kind: "edited", remoteId, reference, url } : answer;
}
