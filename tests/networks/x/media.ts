import { invalid, notFound, XProblem } from "./problem.ts";
import { snowflake } from "./world.ts";

export interface XMedium {
  readonly id: string;
  readonly ownerId: string;
  readonly type: string;
  readonly totalBytes: number;
  readonly segments: Map<number, Buffer>;
  readonly createdAt: number;
  isFinal: boolean;
  /** Processed only from then on. */
  readyAt: number;
  alt: string | undefined;
}

const lifeSeconds = 24 * 60 * 60;
const largestImage = 5_000_000;
const categories = new Set(["tweet_image", "tweet_gif", "tweet_video"]);

export class XMedia {
  readonly #media = new Map<string, XMedium>();
  readonly #now: () => Date;
  /** How long X works on an upload after it is complete. */
  processingMs = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  initialize(ownerId: string, body: Record<string, unknown>) {
    const { media_type: type, total_bytes: totalBytes, media_category: category } = body;
    if (typeof type !== "string" || !Number.isInteger(totalBytes) || Number(totalBytes) < 1)
      throw invalid("media_type and total_bytes are needed");
    if (typeof category !== "string" || !categories.has(category))
      throw invalid("media_category is not one of the categories");
    if (type.startsWith("image/") && Number(totalBytes) > largestImage)
      throw invalid("File size exceeds 5242880 bytes.");
    const id = snowflake(this.#now());
    const createdAt = this.#now().getTime();
    const known = { id, ownerId, type, totalBytes: Number(totalBytes), createdAt };
    const medium: XMedium = {
      ...known,
      segments: new Map(),
      isFinal: false,
      readyAt: 0,
      alt: undefined,
    };
    this.#media.set(id, medium);
    return { data: { id, media_key: `3_${id}`, expires_after_secs: lifeSeconds } };
  }

  append(ownerId: string, id: string, form: ReadonlyMap<string, Buffer>) {
    const medium = this.#mine(ownerId, id);
    const segment = form.get("segment_index")?.toString() ?? "";
    const media = form.get("media");
    if (!/^\d{1,3}$/.test(segment) || !media || media.length === 0)
      throw invalid("segment_index and media are needed");
    medium.segments.set(Number(segment), media);
    return { data: { expires_at: Math.floor(medium.createdAt / 1000) + lifeSeconds } };
  }

  finalize(ownerId: string, id: string) {
    const medium = this.#mine(ownerId, id);
    const size = bytesOf(medium).length;
    if (size !== medium.totalBytes) throw invalid(`Got ${size} of ${medium.totalBytes} bytes.`);
    medium.isFinal = true;
    medium.readyAt = this.#now().getTime() + this.processingMs;
    return { data: this.#shown(medium) };
  }

  status(ownerId: string, id: string) {
    return { data: this.#shown(this.#mine(ownerId, id)) };
  }

  describe(ownerId: string, body: Record<string, unknown>) {
    const { id, metadata } = body as { id?: string; metadata?: { alt_text?: { text?: string } } };
    const text = metadata?.alt_text?.text;
    if (typeof id !== "string" || typeof text !== "string" || text.length > 1000)
      throw invalid("id and metadata.alt_text.text of at most 1,000 characters are needed");
    this.#mine(ownerId, id).alt = text;
    return { data: { id, associated_metadata: metadata } };
  }

  /** Throws for anything that a post may not carry. */
  checkUsable(ownerId: string, ids: readonly string[]): void {
    for (const id of ids) {
      const medium = this.#media.get(id);
      const now = this.#now().getTime();
      const isUsable =
        medium?.ownerId === ownerId &&
        medium.isFinal &&
        medium.readyAt <= now &&
        now < medium.createdAt + lifeSeconds * 1000;
      if (!isUsable) throw invalid("Your media IDs are invalid.", { media_ids: [id] });
    }
  }

  altOf(id: string): string | undefined {
    return this.#media.get(id)?.alt;
  }

  bytesOf(id: string): Buffer | undefined {
    const medium = this.#media.get(id);
    return medium && bytesOf(medium);
  }

  #mine(ownerId: string, id: string): XMedium {
    const medium = this.#media.get(id);
    if (medium?.ownerId !== ownerId) throw new XProblem(404, notFound("media", id));
    return medium;
  }

  #shown(medium: XMedium) {
    const { id, totalBytes, readyAt } = medium;
    const left = Math.ceil((readyAt - this.#now().getTime()) / 1000);
    const state = left > 0 ? "in_progress" : "succeeded";
    const processing =
      this.processingMs > 0
        ? { processing_info: { state, ...(left > 0 ? { check_after_secs: left } : {}) } }
        : {};
    return {
      id,
      media_key: `3_${id}`,
      size: totalBytes,
      expires_after_secs: lifeSeconds,
      ...processing,
    };
  }
}

function bytesOf(medium: XMedium): Buffer {
  const inOrder = [...medium.segments].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes);
  return Buffer.concat(inOrder);
}
