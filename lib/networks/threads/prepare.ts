import type { OutgoingPart } from "../contract/connector.ts";
import { firstLink } from "../contract/links.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import type { GraphAnswer } from "../kit/graph-call.ts";
import type { GraphFailure } from "../kit/graph-failure.ts";
import { makeContainer, waitFor } from "./container.ts";
import { idIn } from "./request.ts";
import type { ThreadsSettings } from "./settings.ts";

/** Time for creating all containers of one part, including Threads' processing. */
const budgetMs = 75_000;

/**
 * Creates the container that `publish` refers to. A container is not visible, so every failure here means
 * that nothing was posted.
 */
export async function prepare(
  session: Session,
  settings: ThreadsSettings,
  part: OutgoingPart,
): Promise<PrepareOutcome> {
  const { text, replyTo } = part;
  const answered = replyTo ? idIn(replyTo.parent) : undefined;
  const made = await containerOf(session, settings, part, answered);
  if (made.kind !== "ok") return unprepared(made);
  const request = { container: made.value, text, ...(answered && { replyTo: answered }) };
  return { kind: "ready", request };
}

async function containerOf(
  session: Session,
  settings: ThreadsSettings,
  { text, images, options }: OutgoingPart,
  answered: string | undefined,
): Promise<GraphAnswer<string>> {
  const common = { text, ...(answered ? { reply_to_id: answered } : choicesOf(options)) };
  if (images.length === 0) {
    const link = firstLink(text, false);
    const params = { media_type: "TEXT", ...common, ...(link && { link_attachment: link }) };
    return makeContainer(session, settings, params);
  }
  const began = session.now().getTime();
  const left = () => budgetMs - (session.now().getTime() - began);
  const pictures = await picturesOf(session, images);
  if (!pictures) return unreachable;
  const [first, ...others] = pictures;
  if (first && others.length === 0) return ready(session, settings, { ...common, ...first }, left);
  const children: string[] = [];
  for (const picture of pictures) {
    const params = { ...picture, is_carousel_item: "true" };
    const child = await ready(session, settings, params, left);
    if (child.kind !== "ok") return child;
    children.push(child.value);
  }
  const carousel = { media_type: "CAROUSEL", ...common, children: children.join(",") };
  return ready(session, settings, carousel, left);
}

/**
 * Returns who may reply, and the topic, without the characters `.` and `&` that Meta does not accept and
 * without `#`. Only the first post of a conversation has these.
 */
function choicesOf({ replies, topic }: OutgoingPart["options"]): Record<string, string> {
  const tag = typeof topic === "string" ? topic.replaceAll(/[.&#]/g, "").trim() : "";
  return {
    ...(typeof replies === "string" && { reply_control: replies }),
    ...(tag && { topic_tag: tag }),
  };
}

const unreachable: GraphFailure = {
  kind: "refused",
  code: "no-public-address",
  detail: "Threads fetches pictures itself, and nothing of ours can be reached from there.",
};

/**
 * Returns the pictures' parameters; undefined if there is no public address from which Threads can fetch
 * them.
 */
async function picturesOf(session: Session, images: OutgoingPart["images"]) {
  const pictures: Record<string, string>[] = [];
  for (const { mediaId, alt } of images) {
    const address = await session.sharedImage(mediaId);
    if (address === undefined) return undefined;
    const described = alt.trim() ? { alt_text: alt } : {};
    pictures.push({ media_type: "IMAGE", image_url: address, ...described });
  }
  return pictures;
}

async function ready(
  session: Session,
  settings: ThreadsSettings,
  params: Readonly<Record<string, string | undefined>>,
  left: () => number,
): Promise<GraphAnswer<string>> {
  const made = await makeContainer(session, settings, params);
  if (made.kind !== "ok") return made;
  return (await waitFor(session, settings, made.value, left)) ?? made;
}

function unprepared(failure: GraphFailure): PrepareOutcome {
  return failure.kind === "unknown" ? { kind: "not-sent", detail: failure.detail } : failure;
}
