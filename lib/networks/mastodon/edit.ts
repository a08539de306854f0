import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type { EditOutcome } from "../contract/outcome.ts";
import type { JsonObject, Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { instanceAt } from "./instance.ts";
import { limitsOf } from "./limits.ts";
import { plainText } from "./plain-text.ts";
import { isSensitive, languageOf } from "./prepare.ts";
import { addressed, targetIn } from "./reply-target.ts";
import { publishedAs } from "./request.ts";
import { isSameText } from "./same-text.ts";
import { accessToken } from "./token.ts";
import { sourceAnswer, status, type StatusAnswer } from "./wire.ts";

/** Changes the text only. An edit must repeat the images and the poll, or the server removes them. */
export async function edit(
  session: Session,
  published: Published,
  part: OutgoingPart,
  seen: readonly string[],
): Promise<EditOutcome> {
  const standing = await callAs(session, { path: pathOf(published), shape: status });
  // So far the post was only read, so a missing answer means that nothing was changed.
  if (standing.kind === "unknown") return { kind: "not-sent", detail: standing.detail };
  if (standing.kind !== "ok") return standing;
  const poll = pollOf(standing.value, session.now());
  if (poll === "ended")
    return { kind: "refused", code: "invalid", detail: "The poll of this post has ended." };
  return overSeen(session, { standing: standing.value, published, part, seen, poll });
}

interface Edit {
  readonly standing: StatusAnswer;
  readonly published: Published;
  readonly part: OutgoingPart;
  readonly seen: readonly string[];
  readonly poll: JsonObject | undefined;
}

async function overSeen(
  session: Session,
  { standing, published, part, seen, poll }: Edit,
): Promise<EditOutcome> {
  const before = await wordsOf(session, standing);
  const addressedAs = await addressing(session, part);
  const known = [...seen, ...seen.map(addressedAs)];
  if (!known.some((words) => before.some((one) => isSameText(one, words))))
    return { kind: "changed-there", text: before.at(-1) ?? "" };
  const text = addressedAs(part.text);
  const path = pathOf(published);
  const body = bodyOf({ ...part, text }, standing, poll);
  const answer = await callAs(session, { method: "PUT", path, shape: status, body });
  if (answer.kind !== "ok") return answer;
  // A server may render the text differently, but must not leave it unchanged.
  const shown = plainText(answer.value.content);
  const [was = ""] = before;
  if (isSameText(shown, was) && !isSameText(text, was))
    return { kind: "unknown", detail: "The server answered with the words as they were." };
  return { kind: "edited", ...publishedAs(answer.value) };
}

function pathOf({ remoteId }: Published): string {
  return `/api/v1/statuses/${encodeURIComponent(remoteId)}`;
}

/** Returns the text as shown, and as typed if the server still has its source. */
async function wordsOf(session: Session, { id, content }: StatusAnswer): Promise<string[]> {
  const path = `/api/v1/statuses/${encodeURIComponent(id)}/source`;
  const source = await callAs(session, { path, shape: sourceAnswer });
  return [plainText(content), ...(source.kind === "ok" ? [source.value.text] : [])];
}

/**
 * Returns a function that adds the same mention as at publishing; without it the person would not be
 * notified.
 */
async function addressing(session: Session, part: OutgoingPart): Promise<(text: string) => string> {
  const instance = await instanceAt(
    session,
    session.account.origin,
    accessToken(session.credentials),
  );
  const configuration = instance.kind === "ok" ? instance.value.configuration : undefined;
  const { text: limit } = limitsOf(configuration);
  const answered = part.replyTo ? targetIn(part.replyTo.parent) : undefined;
  const fits = (words: string) => !countText(words, limit, part.warning).isOver;
  return (text) => addressed(text, answered, fits);
}

function bodyOf(
  part: OutgoingPart,
  { media_attachments: media }: StatusAnswer,
  poll: JsonObject | undefined,
): JsonObject {
  return {
    status: part.text,
    spoiler_text: part.warning ?? "",
    sensitive: isSensitive(part),
    ...(part.language ? { language: languageOf(part.language) } : {}),
    ...(media.length > 0 ? { media_ids: media.map(({ id }) => id) } : {}),
    ...(poll ? { poll } : {}),
  };
}

const shortestPollSeconds = 300;

/**
 * Returns the same poll with its remaining time (at least 5 minutes, at most a month): votes are kept if the
 * options stay the same. Undefined if there is no poll.
 */
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
