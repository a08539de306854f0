import type { ConnectorContext } from "../../contract/connector.ts";
import { clientKey } from "./client-key.ts";
import { clientMetadata, isPublicAddress, type ClientPlace } from "./client-metadata.ts";

/** The document that servers read at our address to know who asks; undefined where there is no such address. */
export async function showClientMetadata(
  context: Pick<ConnectorContext, "memory">,
  place: ClientPlace,
): Promise<object | undefined> {
  if (!isPublicAddress(place.publicUrl)) return undefined;
  const key = await clientKey(context);
  return clientMetadata(place, { keys: [key.publicJwk] });
}
