import { callbackUrlOf } from "#lib/accounts/callback-url";
import { connectorContext } from "#lib/accounts/connector-context";
import { currentRuntime } from "#lib/runtime/current";

import { publicUrl } from "../../../../_auth/settings.ts";

interface Props {
  params: Promise<{ network: string; path: string[] }>;
}

/**
 * Serves files that a network's servers read from us, such as the OAuth client's metadata. Public and the
 * same for everyone.
 */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { network, path } = await params;
  const runtime = currentRuntime();
  const address = { publicUrl: publicUrl(), callbackUrl: callbackUrlOf(publicUrl()) };
  const context = connectorContext(runtime, "", network);
  const document = await runtime.networks
    .find(network)
    ?.publicDocument?.(context, path.join("/"), address);
  if (!document) return Response.json({ error: "not-found" }, { status: 404 });
  return Response.json(document, { headers: { "cache-control": "public, max-age=300" } });
}
