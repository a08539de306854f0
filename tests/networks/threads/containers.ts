import { badParameter, GraphProblem, noSuchObject } from "../stand-in/graph-problem.ts";
import { addPost, newId, postOf, type Person, type ThreadsPost, type World } from "./world.ts";

export interface Container {
  readonly id: string;
  readonly ownerId: string;
  readonly text: string;
  readonly alts: readonly string[];
  readonly replyTo: string | undefined;
  readonly isItem: boolean;
  readonly madeAt: number;
  readonly readyAt: number;
  error: string | undefined;
  postId: string | undefined;
}

export interface ContainerSettings {
  /** How long pictures are being fetched. */
  processingMs: number;
  postsPerDay: number;
}

const known = new Set(
  "media_type text image_url video_url alt_text is_carousel_item children reply_to_id quote_post_id reply_control link_attachment topic_tag poll_attachment is_spoiler_media enable_reply_approvals allowlisted_country_codes location_id access_token".split(
    " ",
  ),
);
const dayMs = 24 * 60 * 60_000;
const mostText = 500;
const mostLinks = 5;

/** `POST /{user}/threads`, by every rule that is documented. */
export class Containers {
  readonly #world: World;
  readonly #settings: ContainerSettings;
  readonly #all = new Map<string, Container>();

  constructor(world: World, settings: ContainerSettings) {
    this.#world = world;
    this.#settings = settings;
  }

  async make(owner: Person, form: URLSearchParams): Promise<object> {
    for (const name of form.keys())
      if (!known.has(name)) throw badParameter(`Unknown parameter: ${name}`);
    checkChoices(form);
    const type = form.get("media_type") ?? "";
    const text = form.get("text") ?? "";
    checkText(text, type);
    const replyTo = form.get("reply_to_id") ?? undefined;
    if (replyTo !== undefined && !postOf(this.#world, replyTo))
      throw new GraphProblem(400, { code: 24, message: "The requested resource does not exist" });
    const { alts, error } = await this.#contentOf(owner, type, form);
    const now = this.#world.now().getTime();
    const wait = type === "TEXT" ? 0 : this.#settings.processingMs;
    const container: Container = {
      id: newId(),
      ownerId: owner.id,
      text,
      alts,
      replyTo,
      isItem: form.get("is_carousel_item") === "true",
      madeAt: now,
      readyAt: now + wait,
      error,
      postId: undefined,
    };
    this.#all.set(container.id, container);
    return { id: container.id };
  }

  async #contentOf(owner: Person, type: string, form: URLSearchParams) {
    switch (type) {
      case "TEXT":
        if (!form.get("text")) throw badParameter("The parameter text is required.");
        return { alts: [], error: undefined };
      case "IMAGE": {
        if (form.has("link_attachment")) throw badParameter("link_attachment is for TEXT alone.");
        const alt = form.get("alt_text") ?? "";
        if (Array.from(alt).length > 1_000) throw badParameter("alt_text is too long.");
        return { alts: [alt], error: await faultOfPicture(form.get("image_url") ?? "") };
      }
      case "CAROUSEL":
        return this.#carouselOf(owner, (form.get("children") ?? "").split(","));
      default:
        throw badParameter(`media_type ${type} is not one of TEXT, IMAGE, VIDEO, CAROUSEL`);
    }
  }

  #carouselOf(owner: Person, ids: readonly string[]) {
    if (ids.length < 2 || ids.length > 20) throw badParameter("children: 2 to 20 are expected.");
    const children = ids.map((id) => this.#find(owner, id));
    if (!children.every((child) => child.isItem && this.#statusOf(child) === "FINISHED"))
      throw badParameter("children: each must be a finished item of a carousel.");
    return { alts: children.flatMap(({ alts }) => alts), error: undefined };
  }

  show(owner: Person, id: string): object | undefined {
    const container = this.#all.get(id);
    if (!container || container.ownerId !== owner.id) return undefined;
    const status = this.#statusOf(container);
    return { id, status, ...(status === "ERROR" && { error_message: container.error }) };
  }

  /** Once: what is asked for again answers as a real server was seen to, with the post that it became. */
  publish(owner: Person, id: string): object {
    const container = this.#find(owner, id);
    const status = this.#statusOf(container);
    if (container.postId) return { id: container.postId };
    if (status !== "FINISHED" || container.isItem)
      throw new GraphProblem(400, {
        code: -1,
        error_subcode: 4_279_009,
        message: "Media Not Found: the media container is not ready.",
      });
    if (this.publishedToday(owner) >= this.#settings.postsPerDay)
      throw new GraphProblem(400, {
        code: 613,
        message: "Calls to this api have exceeded the rate limit.",
      });
    const { text, alts, replyTo } = container;
    const post = addPost(this.#world, owner, { text, alts, replyTo });
    container.postId = post.id;
    return { id: post.id };
  }

  /** All that wait or have waited, for tests to look at. */
  get size(): number {
    return this.#all.size;
  }

  publishedToday(owner: Person): number {
    const since = this.#world.now().getTime() - dayMs;
    const isOf = ({ authorId, at }: ThreadsPost) => authorId === owner.id && at.getTime() > since;
    return this.#world.posts.filter(isOf).length;
  }

  #find(owner: Person, id: string): Container {
    const container = this.#all.get(id);
    if (!container || container.ownerId !== owner.id) throw noSuchObject(id);
    return container;
  }

  #statusOf({ postId, error, readyAt, madeAt }: Container): string {
    const now = this.#world.now().getTime();
    if (postId) return "PUBLISHED";
    if (now - madeAt > dayMs) return "EXPIRED";
    if (now < readyAt) return "IN_PROGRESS";
    return error ? "ERROR" : "FINISHED";
  }
}

function checkText(text: string, type: string): void {
  if (lengthOf(text) > mostText) throw badParameter("The text is too long (500 characters).");
  if ((text.match(/https?:\/\//gi) ?? []).length > mostLinks)
    throw badParameter("THREADS_API__LINK_LIMIT_EXCEEDED");
  if (type === "TEXT" && text.trim() === "") throw badParameter("The text is empty.");
}

/** An emoji counts as many as it has bytes. */
function lengthOf(text: string): number {
  let length = 0;
  for (const { segment } of new Intl.Segmenter("en").segment(text))
    length += /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment)
      ? Buffer.byteLength(segment)
      : Array.from(segment).length;
  return length;
}

/** Really fetches it. */
async function faultOfPicture(address: string): Promise<string | undefined> {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) return "FAILED_DOWNLOADING_IMAGE";
  const type = answer.headers.get("content-type") ?? "";
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (!/^image\/(jpeg|png)/.test(type)) return "UNSUPPORTED_IMAGE_TYPE";
  return bytes > 8_000_000 ? "IMAGE_TOO_LARGE" : undefined;
}

const replyControls = [
  "everyone",
  "accounts_you_follow",
  "mentioned_only",
  "parent_post_author_only",
  "followers_only",
];

function checkChoices(form: URLSearchParams): void {
  const control = form.get("reply_control") ?? "everyone";
  if (!replyControls.includes(control)) throw badParameter(`reply_control: ${control}`);
  if (/[.&]/.test(form.get("topic_tag") ?? "") || (form.get("topic_tag") ?? "").length > 50)
    throw badParameter("topic_tag: at most 50 characters, without . and &");
}
