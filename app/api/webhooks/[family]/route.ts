import { currentRuntime } from "#lib/runtime/current";
import { challengeResponse, webhookResponse } from "#lib/transports/webhook-response";

interface Props {
  params: Promise<{ family: string }>;
}

/**
 * Responds to a network's verification of the webhook address. Public: the request must contain the token.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return challengeResponse(currentRuntime(), (await params).family, request);
}

/** Receives a webhook event of a network. Public: the exact bytes of the body must be signed. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return webhookResponse(currentRuntime(), (await params).family, request);
}
