import type { ConnectorContext } from "../../contract/session.ts";
import { clientKey } from "./client-key.ts";
import { clientMetadata, isPublicAddress, type ClientPlace } from "./client-metadata.ts";

/**
 * Returns the client metadata document that servers fetch; undefined if this installation has no public
 * address.
 */
export async function showClientMetadata(
  context: Pick<ConnectorContext, "memory">,
  place: ClientPlace,
): Promise<object | undefined> {
  if (!isPublicAddress(place.publicUrl)) return undefined;
  const key = await clientKey(context);
  return clientMetadata(place, { keys: [key.publicJwk] });
}
