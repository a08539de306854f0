import type { Asked, OutgoingPart } from "../contract/connector.ts";
import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { Candidate, JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { excludeBound } from "../kit/exclude-bound.ts";
import { type Likeness, listedOutcome } from "../kit/listed-outcome.ts";
import { pageBack } from "../kit/page-back.ts";
import { undecided } from "../kit/read-failure.ts";
import { comparable, isSame } from "../kit/same-text.ts";
import { callAs } from "./call.ts";
import { readContainer } from "./container.ts";
import { idIn, publishedAs, requestIn } from "./request.ts";
import type { ThreadsSettings } from "./settings.ts";
import { postFields, postList, replyFields, type PostAnswer } from "./wire.ts";

const skewMs = 60_000;
const pageSize = "50";
const mostPages = 5;

/**
 * Reads from the container whether it was published, and finds the resulting post in the account's own list.
 */
export async function reconcile(
  session: Session,
  settings: ThreadsSettings,
  request: JsonObject,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const { container, ...wanted } = requestIn(request);
  const state = await readContainer(session, settings, container);
  if (state.kind === "refused")
    return { kind: "unknown", detail: `Threads does not know the container. ${state.detail}` };
  if (state.kind !== "ok") return undecided(state);
  if (state.value.status !== "PUBLISHED") return { kind: "absent" };
  const found = await find(session, settings, asked, wanted);
  return found.kind === "absent"
    ? { ...found, kind: "unknown", detail: "It is out, and Threads does not list it yet." }
    : found;
}

/** Looks for a part without its container: by its text and by the post that it answers. */
export function search(
  session: Session,
  settings: ThreadsSettings,
  { text, replyTo }: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  const wanted = { text, replyTo: replyTo ? idIn(replyTo.parent) : undefined };
  return find(session, settings, asked, wanted);
}

interface Wanted {
  readonly text: string;
  readonly replyTo?: string | undefined;
}

async function find(
  session: Session,
  settings: ThreadsSettings,
  asked: Asked,
  wanted: Wanted,
): Promise<ReconcileOutcome> {
  const since = new Date(asked.firstIntentAt.getTime() - skewMs);
  const listed = await listSince(session, settings, since, wanted.replyTo !== undefined);
  if (listed.kind !== "ok") return undecided(listed);
  const free = await excludeBound(asked, listed.entries, ({ id }) => id);
  const { handle } = session.account;
  return listedOutcome({
    free,
    likeness: (post) => likenessOf(post, wanted),
    candidateOf: (post) => candidateOf(post, handle),
    isComplete: listed.isComplete,
    nothing: "absent",
  });
}

/** Lists the account's posts, or its replies, which are a list of their own; newest first. */
function listSince(session: Session, settings: ThreadsSettings, since: Date, areReplies: boolean) {
  const path = areReplies ? "/me/replies" : "/me/threads";
  const fields = areReplies ? replyFields : postFields;
  return pageBack<PostAnswer, Exclude<Awaited<ReturnType<typeof read>>, { kind: "ok" }>>(
    mostPages,
    async (after) => {
      const answer = await read(after);
      if (answer.kind !== "ok") return answer;
      const { data, paging } = answer.value;
      const entries = data.filter((post) => !isOlder(post, since));
      const isPast = entries.length < data.length;
      return { kind: "ok", entries, next: paging?.cursors?.after, isPast };
    },
  );
  function read(after: string | undefined) {
    const params = { fields, limit: pageSize, ...(after && { after }) };
    return callAs(session, settings, { path, params, shape: postList });
  }
}

function isOlder({ timestamp }: PostAnswer, since: Date): boolean {
  return timestamp !== undefined && new Date(timestamp) < since;
}

function likenessOf(post: PostAnswer, { text, replyTo }: Wanted): Likeness {
  if (replyTo !== undefined && post.replied_to?.id !== replyTo) return "other";
  if (!isSame(post.text, text)) return "other";
  return comparable(text) === "" ? "maybe" : "it";
}

function candidateOf(post: PostAnswer, handle: string): Candidate {
  const { id, text = "", timestamp: at = "", permalink } = post;
  return { ...publishedAs(id, handle, permalink), text, at };
}
