import { receiveWebhook } from "../accounts/receive-webhook.ts";
import { verifyWebhook } from "../accounts/verify-webhook.ts";
import type { Runtime } from "../kernel/context.ts";

const statuses = {
  taken: 200,
  unreadable: 400,
  refused: 403,
  "not-signed": 403,
  "unknown-family": 404,
};

/** Answers a network's request to verify that the webhook address is ours. */
export async function challengeResponse(
  runtime: Runtime,
  family: string,
  request: Request,
): Promise<Response> {
  const verified = await verifyWebhook(runtime, family, new URL(request.url).searchParams);
  if (verified.kind !== "ours") return new Response(null, { status: statuses[verified.kind] });
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(verified.answer, { headers });
}

/**
 * Answers a webhook message: 200 once the accounts it names are marked as due in the database. Networks
 * repeat messages that get another status.
 */
export async function webhookResponse(
  runtime: Runtime,
  family: string,
  request: Request,
): Promise<Response> {
  const bytes = Buffer.from(await request.arrayBuffer());
  const { kind } = await receiveWebhook(runtime, family, { bytes, headers: request.headers });
  return new Response(null, { status: statuses[kind] });
}
