import { currentRuntime } from "#lib/runtime/current";
import { challengeResponse, webhookResponse } from "#lib/transports/webhook-response";

interface Props {
  params: Promise<{ family: string }>;
}

/** A network asks whether this address is ours. Public: it has to know the token. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return challengeResponse(currentRuntime(), (await params).family, request);
}

/** A network tells that something happened. Public: it has to have signed the very bytes. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return webhookResponse(currentRuntime(), (await params).family, request);
}
