import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import type { GraphAnswer } from "../kit/graph-call.ts";
import type { GraphFailure } from "../kit/graph-failure.ts";
import { allowanceSpentUntil } from "./allowance.ts";
import { makeContainer, waitFor } from "./container.ts";
import { limits } from "./limits.ts";
import { targetIn } from "./request.ts";
import type { InstagramSettings } from "./settings.ts";

/** Time for creating all containers of one part, including Instagram's processing. */
const budgetMs = 75_000;

/**
 * Creates the container that `publish` refers to. A container is not visible, so every failure here means
 * that nothing was posted.
 */
export async function prepare(
  session: Session,
  settings: InstagramSettings,
  part: OutgoingPart,
): Promise<PrepareOutcome> {
  const { text, images, replyTo } = part;
  const { used, max, isOver } = countText(text, limits.text);
  if (isOver) return { kind: "refused", code: "text-too-long", detail: `${used} of ${max}` };
  if (replyTo) {
    if (images.length === 0)
      return { kind: "ready", request: { on: { ...targetIn(replyTo.parent) }, text } };
    return { kind: "refused", code: "invalid", detail: "A comment on Instagram is words alone." };
  }
  if (images.length === 0)
    return { kind: "refused", code: "invalid", detail: "Instagram has no post without a picture." };
  const until = await allowanceSpentUntil(session, settings);
  if (until) return { kind: "later", retryAt: until, detail: "The day's posts are used up." };
  const made = await containerOf(session, settings, part);
  if (made.kind === "unknown") return { kind: "not-sent", detail: made.detail };
  if (made.kind !== "ok") return made;
  const isCarousel = images.length > 1;
  return { kind: "ready", request: { container: made.value, text, isCarousel } };
}

async function containerOf(
  session: Session,
  settings: InstagramSettings,
  part: OutgoingPart,
): Promise<GraphAnswer<string>> {
  const began = session.now().getTime();
  const left = () => budgetMs - (session.now().getTime() - began);
  const pictures = await picturesOf(session, part.images);
  if (!pictures) return unreachable;
  const [first, ...others] = pictures;
  const whole = wholeOf(part);
  if (first && others.length === 0) return ready(session, settings, { ...whole, ...first }, left);
  const children: string[] = [];
  for (const picture of pictures) {
    const params = { ...picture, is_carousel_item: "true" };
    const child = await ready(session, settings, params, left);
    if (child.kind !== "ok") return child;
    children.push(child.value);
  }
  const carousel = { media_type: "CAROUSEL", ...whole, children: children.join(",") };
  return ready(session, settings, carousel, left);
}

/** Returns the parameters of the post as a whole; the pictures of a carousel do not carry them. */
function wholeOf({ text, options, disclosure }: OutgoingPart): Record<string, string> {
  const names = typeof options["collaborators"] === "string" ? options["collaborators"] : "";
  const collaborators = names.split(/[\s,]+/).flatMap((name) => name.replace(/^@/, "") || []);
  return {
    ...(text && { caption: text }),
    ...(collaborators.length > 0 && {
      collaborators: JSON.stringify(collaborators.slice(0, mostCollaborators)),
    }),
    ...(disclosure?.ai === "generated" && { is_ai_generated: "true" }),
  };
}

const mostCollaborators = 3;

const unreachable: GraphFailure = {
  kind: "refused",
  code: "no-public-address",
  detail: "Instagram fetches pictures itself, and nothing of ours can be reached from there.",
};

/**
 * Returns the pictures' parameters; undefined if there is no public address from which Instagram can fetch
 * them.
 */
async function picturesOf(session: Session, images: OutgoingPart["images"]) {
  const pictures: Record<string, string>[] = [];
  for (const { mediaId, alt } of images) {
    const address = await session.sharedImage(mediaId);
    if (address === undefined) return undefined;
    pictures.push({ image_url: address, ...(alt.trim() ? { alt_text: alt } : {}) });
  }
  return pictures;
}

async function ready(
  session: Session,
  settings: InstagramSettings,
  params: Readonly<Record<string, string | undefined>>,
  left: () => number,
): Promise<GraphAnswer<string>> {
  const made = await makeContainer(session, settings, params);
  if (made.kind !== "ok") return made;
  return (await waitFor(session, settings, made.value, left)) ?? made;
}
