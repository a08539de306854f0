import type { Disclosure, OptionValues } from "../networks/contract/post-options.ts";
import type { ReplyTarget } from "../networks/contract/remote.ts";
import type { PostPart } from "../posts/post.ts";
import type { attempts, deliveries } from "./schema.ts";

export type Delivery = typeof deliveries.$inferSelect;
export type DeliveryState = Delivery["state"];
export type Attempt = typeof attempts.$inferSelect;

/** Content as it was when it was scheduled; an edit makes a new delivery. */
export interface PartSnapshot extends PostPart {
  readonly language: string | null;
  readonly replyTo: ReplyTarget | null;
  /** Those that count for this post; absent where none. */
  readonly options?: OptionValues | undefined;
  readonly disclosure?: Disclosure | undefined;
}
