import type { Disclosure, OptionValues } from "../networks/contract/post-options.ts";
import type { ReplyTarget } from "../networks/contract/remote.ts";
import type { PostPart } from "../posts/post.ts";
import type { attempts, deliveries } from "./schema.ts";

export type Delivery = typeof deliveries.$inferSelect;
export type DeliveryState = Delivery["state"];
export type Attempt = typeof attempts.$inferSelect;

/** A part's content at the time of scheduling. Editing the post makes a new delivery. */
export interface PartSnapshot extends PostPart {
  readonly language: string | null;
  readonly replyTo: ReplyTarget | null;
  /** Option values that apply to this post; absent if there are none. */
  readonly options?: OptionValues | undefined;
  readonly disclosure?: Disclosure | undefined;
}
