import type { Account } from "../accounts/account.ts";
import type { Context } from "../kernel/context.ts";
import { sha256 } from "../kernel/sha256.ts";
import { publishableText } from "../kernel/visible-text.ts";
import {
  type OptionValues,
  type PostOption,
  valuesThatCount,
} from "../networks/contract/post-options.ts";
import { optionsFor, partsFor, type PostPart, type PostWithVersions } from "../posts/post.ts";
import type { Delivery, PartSnapshot } from "./delivery.ts";
import type { PostReplyTarget } from "./reply-target-repository.ts";
import { searchedFirst } from "./search-first.ts";

interface Plan {
  readonly publishAt: Date;
  readonly accounts: readonly Account[];
  /** Whether the network is searched before any of it is sent. */
  readonly isSearchedFirst: boolean;
  /** Returns the options that the account's network offers. */
  readonly offered: (account: Account) => readonly PostOption[];
  /** What the first part answers, on accounts of the same network. */
  readonly replyTo: PostReplyTarget | undefined;
}

/**
 * Returns one delivery for each part and account, with the current content. Ids ascend in the order of the
 * parts.
 */
export function snapshotPost(
  ctx: Pick<Context, "newId" | "clock">,
  post: PostWithVersions,
  plan: Plan,
): Delivery[] {
  return plan.accounts.flatMap((account) => {
    const parts = partsFor(post, account.id);
    const options = valuesThatCount(plan.offered(account), optionsFor(post, account.id), parts[0]);
    return parts.map((part, index) => {
      const replyTo = index === 0 ? replyOn(account, plan) : null;
      const snapshot = partSnapshot(post, part, { replyTo, options });
      return newDelivery(ctx, post, account, plan, {
        part: index + 1,
        partCount: parts.length,
        snapshot,
      });
    });
  });
}

function replyOn(account: Account, { replyTo }: Plan): PartSnapshot["replyTo"] {
  return replyTo?.network === account.network ? replyTo.target : null;
}

function partSnapshot(
  { language, disclosure }: PostWithVersions,
  part: PostPart,
  { replyTo, options }: { replyTo: PartSnapshot["replyTo"]; options: OptionValues },
): PartSnapshot {
  return {
    ...part,
    text: publishableText(part.text),
    language,
    replyTo,
    ...(Object.keys(options).length > 0 && { options }),
    ...(disclosure && { disclosure }),
  };
}

function newDelivery(
  ctx: Pick<Context, "newId" | "clock">,
  post: PostWithVersions,
  account: Account,
  { publishAt, isSearchedFirst }: Plan,
  content: Pick<Delivery, "part" | "partCount" | "snapshot">,
): Delivery {
  const now = ctx.clock.now();
  return {
    ...neverTried,
    ...content,
    ...searchedFirst(isSearchedFirst),
    id: ctx.newId(),
    workspaceId: post.workspaceId,
    postId: post.id,
    accountId: account.id,
    network: account.network,
    bodyHash: sha256(JSON.stringify(content.snapshot)),
    dueAt: publishAt,
    plannedAt: publishAt,
    createdAt: now,
    updatedAt: now,
  };
}

const neverTried = {
  state: "scheduled",
  sender: "engine",
  leaseOwner: null,
  leaseUntil: null,
  fence: 0,
  attempts: 0,
  consecutiveFailures: 0,
  ambiguousSends: 0,
  notFoundCount: 0,
  intentAt: null,
  firstIntentAt: null,
  request: null,
  remoteId: null,
  reference: null,
  url: null,
  candidates: null,
  composerUrl: null,
  reasonDetail: null,
  draftId: null,
  alertedAt: null,
  publishedAt: null,
  removedAt: null,
} as const;
