import type { Connector } from "../networks/contract/connector.ts";
import type { SubscribeOutcome } from "../networks/contract/outcome.ts";
import type { Account } from "./account.ts";
import { fine, toDo, type Finding } from "./finding.ts";
import type { WebhookLine } from "./webhook-repository.ts";
import type { SessionProblem } from "./with-session.ts";

/**
 * If collecting found something this long after the last webhook, webhooks do not report it: they arrive
 * within seconds, and networks retry them for hours.
 */
const silentMs = 60 * 60_000;

export interface WebhookState {
  /** Undefined if this installation cannot be reached from the internet. */
  readonly address: string | undefined;
  readonly verifyToken: string;
  readonly line: WebhookLine | undefined;
  readonly subscribed: SubscribeOutcome | SessionProblem | undefined;
}

/**
 * Checks whether the network's webhooks arrive. Without webhooks everything is still collected, only later.
 */
export function findInWebhooks(
  account: Pick<Account, "lastReportedAt" | "lastFoundAt" | "connectedAt">,
  { label: network, webhooks }: Pick<Connector, "label" | "webhooks">,
  { address, verifyToken, line, subscribed }: WebhookState,
): Finding[] {
  if (!webhooks) return [];
  if (!address) return [toDo("webhooks-unreachable", "notice", { network })];
  const setUp = { network, address, verifyToken, fields: webhooks.fields.join(", ") };
  const since = line?.verifiedAt ?? line?.arrivedAt;
  return [
    ...findInRefusals(network, line),
    ...(since
      ? [...findInSubscription(network, subscribed), ...findInArrivals(account, since, setUp)]
      : [toDo("webhooks-never", "notice", setUp)]),
  ];
}

/** Reports a message with a wrong signature, until a correctly signed one arrives. */
function findInRefusals(network: string, line: WebhookLine | undefined): Finding[] {
  const { refusedAt: at, arrivedAt } = line ?? { refusedAt: null, arrivedAt: null };
  if (!at || (arrivedAt && arrivedAt >= at)) return [];
  return [toDo("webhooks-refused", "notice", { network, at })];
}

function findInSubscription(network: string, subscribed: WebhookState["subscribed"]): Finding[] {
  if (subscribed?.kind !== "refused") return [];
  return [toDo("webhooks-not-subscribed", "notice", { network, said: subscribed.detail })];
}

function findInArrivals(
  { lastReportedAt, lastFoundAt, connectedAt }: Parameters<typeof findInWebhooks>[0],
  verifiedAt: Date,
  setUp: Finding["values"] & { readonly network: string },
): Finding[] {
  const since = lastReportedAt ?? new Date(Math.max(verifiedAt.getTime(), connectedAt.getTime()));
  const isSilent = lastFoundAt !== null && lastFoundAt.getTime() - since.getTime() > silentMs;
  if (isSilent) return [toDo("webhooks-silent", "notice", { ...setUp, at: lastFoundAt, since })];
  return lastReportedAt
    ? [fine("webhooks-work", { network: setUp.network, at: lastReportedAt })]
    : [fine("webhooks-wait", setUp)];
}
