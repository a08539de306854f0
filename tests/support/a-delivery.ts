import type { Delivery } from "#lib/deliveries/delivery";

import { noon } from "./context.ts";

/** A delivery for tests of pure rules: sent once, in no database. */
export function aDelivery(over: Partial<Delivery>): Delivery {
  return {
    id: "d",
    workspaceId: "w",
    postId: "p",
    accountId: "a",
    network: "fake",
    part: 1,
    partCount: 1,
    snapshot: { text: "Hello", images: [], language: null, replyTo: null },
    bodyHash: "",
    state: "scheduled",
    recovery: "none",
    sender: "engine",
    dueAt: noon,
    plannedAt: noon,
    leaseOwner: null,
    leaseUntil: null,
    fence: 1,
    attempts: 1,
    consecutiveFailures: 0,
    ambiguousSends: 0,
    notFoundCount: 0,
    intentAt: noon,
    firstIntentAt: noon,
    request: { text: "Hello" },
    remoteId: null,
    reference: null,
    url: null,
    candidates: null,
    composerUrl: null,
    reason: null,
    reasonDetail: null,
    draftId: null,
    alertedAt: null,
    publishedAt: null,
    removedAt: null,
    createdAt: noon,
    updatedAt: noon,
    ...over,
  };
}
