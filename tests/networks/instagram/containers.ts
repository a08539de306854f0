import { badParameter, GraphProblem, noSuchObject } from "../stand-in/graph-problem.ts";
import { addPost, newId, type Person, type Media, type World } from "./world.ts";

export interface Container {
  readonly id: string;
  readonly ownerId: string;
  readonly caption: string;
  readonly alts: readonly string[];
  readonly isItem: boolean;
  readonly isByAi: boolean;
  readonly madeAt: number;
  readonly readyAt: number;
  readonly error: string | undefined;
  postId: string | undefined;
}

export interface ContainerSettings {
  /** How long pictures are being fetched. */
  processingMs: number;
  postsPerDay: number;
}

const dayMs = 24 * 60 * 60_000;
const mostText = 2_200;
const mostPictures = 10;

/** `POST /{account}/media`, by every rule that is documented. */
export class Containers {
  readonly #world: World;
  readonly #settings: ContainerSettings;
  readonly #all = new Map<string, Container>();

  constructor(world: World, settings: ContainerSettings) {
    this.#world = world;
    this.#settings = settings;
  }

  async make(owner: Person, form: URLSearchParams): Promise<object> {
    const caption = form.get("caption") ?? "";
    const isItem = form.get("is_carousel_item") === "true";
    checkCaption(form, caption, isItem);
    const { alts, error } = await this.#contentOf(owner, form);
    const now = this.#world.now().getTime();
    const container: Container = {
      id: newId(),
      ownerId: owner.id,
      caption,
      alts,
      isItem,
      isByAi: form.get("is_ai_generated") === "true",
      madeAt: now,
      readyAt: now + this.#settings.processingMs,
      error,
      postId: undefined,
    };
    this.#all.set(container.id, container);
    return { id: container.id };
  }

  async #contentOf(owner: Person, form: URLSearchParams) {
    const type = form.get("media_type") ?? "";
    if (type === "CAROUSEL")
      return this.#carouselOf(owner, (form.get("children") ?? "").split(","));
    if (type) throw badParameter(`media_type ${type} is not one that this stand-in has`);
    const alt = form.get("alt_text") ?? "";
    if (Array.from(alt).length > 1_000) throw badParameter("alt_text is too long.");
    return { alts: [alt], error: await faultOfPicture(form.get("image_url") ?? "") };
  }

  #carouselOf(owner: Person, ids: readonly string[]) {
    if (ids.length < 2 || ids.length > mostPictures)
      throw badParameter("children: 2 to 10 are expected.");
    const children = ids.map((id) => this.#find(owner, id));
    if (!children.every((child) => child.isItem && this.#statusOf(child) === "FINISHED"))
      throw badParameter("children: each must be a finished item of a carousel.");
    return { alts: children.flatMap(({ alts }) => alts), error: undefined };
  }

  show(owner: Person, id: string): object | undefined {
    const container = this.#all.get(id);
    if (!container || container.ownerId !== owner.id) return undefined;
    const status = this.#statusOf(container);
    return { id, status_code: status, status: container.error ?? status };
  }

  /** Once: what is asked for again answers as a real server was seen to, with the post that it became. */
  publish(owner: Person, id: string): object {
    const container = this.#find(owner, id);
    const status = this.#statusOf(container);
    if (container.postId) return { id: container.postId };
    if (status !== "FINISHED" || container.isItem)
      throw new GraphProblem(400, {
        code: 9_007,
        error_subcode: 2_207_027,
        message: "Media ID is not available",
      });
    if (this.publishedToday(owner) >= this.#settings.postsPerDay)
      throw new GraphProblem(400, {
        code: 9,
        error_subcode: 2_207_042,
        message: "Application request limit reached",
      });
    const { caption: text, alts, isByAi } = container;
    const post = addPost(this.#world, owner, { text, alts, isByAi });
    container.postId = post.id;
    return { id: post.id };
  }

  /** Comments do not count. */
  publishedToday(owner: Person): number {
    const since = this.#world.now().getTime() - dayMs;
    const isOf = ({ authorId, at, replyTo }: Media) =>
      authorId === owner.id && replyTo === undefined && at.getTime() > since;
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

function checkCaption(form: URLSearchParams, caption: string, isItem: boolean): void {
  if (Array.from(caption).length > mostText)
    throw new GraphProblem(400, { code: 36_004, message: "The caption was too long." });
  if (isItem && (form.has("caption") || form.has("is_ai_generated") || form.has("collaborators")))
    throw badParameter("These are of the carousel alone, not of its items.");
  const collaborators: unknown = JSON.parse(form.get("collaborators") ?? "[]");
  if (!Array.isArray(collaborators) || collaborators.length > 3)
    throw badParameter("collaborators: at most three names");
}

/** Really fetches it. */
async function faultOfPicture(address: string): Promise<string | undefined> {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) return "Error: Media download has failed with error code 2207052";
  const type = answer.headers.get("content-type") ?? "";
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (type !== "image/jpeg") return "Error: The image format is not supported, code 36001";
  return bytes > 8_000_000 ? "Error: The image is too large, code 36000" : undefined;
}
