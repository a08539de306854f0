import type { Runtime } from "../kernel/context.ts";
import { verifyTokenOf } from "./webhook-address.ts";
import { saveWebhookLine } from "./webhook-repository.ts";

type Verified =
  | { readonly kind: "ours"; readonly answer: string }
  | { readonly kind: "unknown-family" | "refused" };

/** Answers a network that verifies a webhook address; refuses a wrong token. */
export async function verifyWebhook(
  runtime: Runtime,
  family: string,
  query: URLSearchParams,
): Promise<Verified> {
  const sender = runtime.networks.all.find(({ webhooks }) => webhooks?.family === family);
  if (!sender?.webhooks) return { kind: "unknown-family" };
  const answer = sender.webhooks.answerChallenge(query, verifyTokenOf(runtime, family));
  if (answer === undefined) return { kind: "refused" };
  const line = { id: runtime.newId(), family, verifiedAt: runtime.clock.now() };
  await runtime.transact((tx) => saveWebhookLine(tx, line));
  return { kind: "ours", answer };
}
