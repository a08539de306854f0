import type { appreciations, metrics, touchpoints } from "./schema.ts";

export type Touchpoint = typeof touchpoints.$inferSelect;
export type Appreciation = typeof appreciations.$inferSelect;
export type Metric = typeof metrics.$inferSelect;

/**
 * Every kind of contact that has a rule. Connectors report some of them (`RemoteTouchpoint`); all can be
 * added by hand or from a list.
 */
export const touchpointTypes = [
  "follow",
  "like",
  "repost",
  "reply",
  "mention",
  "quote",
  "review",
  "share",
  "save",
  "click",
  "direct-message",
  "user-content",
  "ad-click",
  "page-view",
  "question",
  "price-question",
  "webinar",
  "basket",
  "order",
  "subscription",
  "in-store-purchase",
  "return",
  "refund",
  "support-question",
  "complaint",
  "complaint-resolved",
  "declined",
  "unsubscribed",
  "helped-customer",
  "referral",
  "contest-entry",
] as const;

export type TouchpointType = (typeof touchpointTypes)[number];
