import type { OutgoingPart, Session } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type { EditOutcome } from "../contract/outcome.ts";
import type { JsonObject, Published } from "../contract/remote.ts";
import { callAs } from "./call.ts";
import { instanceAt } from "./instance.ts";
import { limitsOf } from "./limits.ts";
import { languageOf } from "./prepare.ts";
import { addressed, targetIn } from "./reply-target.ts";
import { publishedAs } from "./request.ts";
import { status, type StatusAnswer } from "./wire.ts";

/** Changes the words and leaves the rest: an edit that does not name images and poll again takes them away. */
export async function edit(
  session: Session,
  published: Published,
  part: OutgoingPart,
): Promise<EditOutcome> {
  const path = `/api/v1/statuses/${encodeURIComponent(published.remoteId)}`;
  const standing = await callAs(session, { path, shape: status });
  // Reading first has changed nothing, so no answer here is no doubt.
  if (standing.kind === "unknown") return { kind: "not-sent", detail: standing.detail };
  if (standing.kind !== "ok") return standing;
  const poll = pollOf(standing.value, session.now());
  if (poll === "ended")
    return { kind: "refused", code: "invalid", detail: "The poll of this post has ended." };
  const body = bodyOf(await addressedPart(session, part), standing.value, poll);
  const answer = await callAs(session, { method: "PUT", path, shape: status, body });
  return answer.kind === "ok" ? { kind: "edited", ...publishedAs(answer.value) } : answer;
}

/** Named as when it was published, or nobody would be told of the answer any more. */
async function addressedPart(session: Session, part: OutgoingPart): Promise<OutgoingPart> {
  const instance = await instanceAt(session, session.account.origin);
  const configuration = instance.kind === "ok" ? instance.value.configuration : undefined;
  const { text: limit } = limitsOf(configuration);
  const answered = part.replyTo ? targetIn(part.replyTo.parent) : undefined;
  const fits = (words: string) => !countText(words, limit, part.warning).isOver;
  return { ...part, text: addressed(part.text, answered, fits) };
}

function bodyOf(
  part: OutgoingPart,
  { media_attachments: media }: StatusAnswer,
  poll: JsonObject | undefined,
): JsonObject {
  return {
    status: part.text,
    spoiler_text: part.warning ?? "",
    sensitive: part.warning !== undefined,
    ...(part.language ? { language: languageOf(part.language) } : {}),
    ...(media.length > 0 ? { media_ids: media.map(({ id }) => id) } : {}),
    ...(poll ? { poll } : {}),
  };
}

const shortestPollSeconds = 300;

/** The same poll, open as long as it was: with the same options its votes stay. */
function pollOf({ poll }: StatusAnswer, now: Date): JsonObject | "ended" | undefined {
  if (!poll) return undefined;
  const left = poll.expires_at ? (Date.parse(poll.expires_at) - now.getTime()) / 1000 : Infinity;
  if (poll.expired || left <= 0) return "ended";
  return {
    options: poll.options.map(({ title }) => title),
    multiple: poll.multiple ?? false,
    expires_in: Math.max(shortestPollSeconds, Math.min(Math.round(left), 2_629_746)),
  };
}
