import type { JoseKey } from "@atproto/oauth-client-node";
import { z } from "zod";

import type { JsonObject } from "../../contract/remote.ts";
import type { ConnectorContext } from "../../contract/session.ts";
import { loadLibrary } from "./load-library.ts";

const place = "oauth-key";
const kept = z.object({ jwk: z.record(z.string(), z.json()) });

/**
 * Returns the installation's client key, created on first use. With a key, sign-ins last months instead of
 * two weeks.
 */
export async function clientKey({ memory }: Pick<ConnectorContext, "memory">): Promise<JoseKey> {
  const known = await memory.recall(place);
  if (known) return keyIn(known);
  const { JoseKey } = await loadLibrary();
  const made = await JoseKey.generate(["ES256"], crypto.randomUUID());
  await memory.remember(place, { jwk: plain(made.privateJwk) });
  // Another process may have created a key at the same time; the stored key is used.
  return keyIn((await memory.recall(place)) ?? { jwk: plain(made.privateJwk) });
}

async function keyIn(memory: JsonObject): Promise<JoseKey> {
  const { JoseKey } = await loadLibrary();
  return JoseKey.fromImportable(JSON.stringify(kept.parse(memory).jwk));
}

function plain(jwk: unknown): JsonObject {
  return JSON.parse(JSON.stringify(jwk));
}
