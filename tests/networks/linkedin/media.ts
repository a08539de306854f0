import { denied, invalid } from "./problem.ts";
import { numberAt } from "./world.ts";

interface Medium {
  readonly owner: string;
  bytes: Buffer | undefined;
  readyAt: number;
}

const kinds = [
  [0xff, 0xd8],
  [0x89, 0x50],
  [0x47, 0x49],
];

export class LinkedInMedia {
  readonly #media = new Map<string, Medium>();
  readonly #now: () => Date;
  /** How long LinkedIn works on a picture after it arrived. */
  processingMs = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  initialize(owner: string, origin: string) {
    const id = `C4E${numberAt(this.#now())}`;
    this.#media.set(id, { owner, bytes: undefined, readyAt: 0 });
    return {
      value: {
        uploadUrlExpiresAt: this.#now().getTime() + 60 * 60_000,
        uploadUrl: `${origin}/dms-uploads/${id}/uploaded-image/0?ca=vector_feedshare`,
        image: `urn:li:image:${id}`,
      },
    };
  }

  /** JPEG, PNG or GIF, by their first bytes. */
  put(id: string, bytes: Buffer): void {
    const medium = this.#media.get(id);
    const isKnown = kinds.some(([one, other]) => bytes[0] === one && bytes[1] === other);
    if (!medium || !isKnown) throw invalid("MEDIA_ASSET_INVALID", "Not a picture that is awaited");
    medium.bytes = bytes;
    medium.readyAt = this.#now().getTime() + this.processingMs;
  }

  checkUsable(owner: string, urns: readonly string[]): void {
    for (const urn of urns) {
      const medium = this.#media.get(urn.replace("urn:li:image:", ""));
      if (!medium) throw invalid("URN_VALIDATION_FAILED", `${urn} is not known`);
      if (medium.owner !== owner) throw denied(urn);
      if (!medium.bytes || medium.readyAt > this.#now().getTime())
        throw invalid("MEDIA_ASSET_WAITING_UPLOAD", `${urn} is waiting for its upload`);
    }
  }

  bytesOf(urn: string): Buffer | undefined {
    return this.#media.get(urn.replace("urn:li:image:", ""))?.bytes;
  }
}
