import { callbackUrlOf } from "#lib/accounts/callback-url";
import { connectorContext } from "#lib/accounts/connector-context";
import { showClientMetadata } from "#lib/networks/bluesky/oauth/show-client-metadata";
import { currentRuntime } from "#lib/runtime/current";

import { publicUrl } from "../../../../_auth/settings.ts";

/** Bluesky servers read here who it is that asks people to sign in. Public, and the same for everyone. */
export async function GET(): Promise<Response> {
  const place = { publicUrl: publicUrl(), callbackUrl: callbackUrlOf(publicUrl()) };
  const context = connectorContext(currentRuntime(), "", "bluesky");
  const metadata = await showClientMetadata(context, place);
  if (!metadata) return Response.json({ error: "not-found" }, { status: 404 });
  return Response.json(metadata, { headers: { "cache-control": "public, max-age=300" } });
}
