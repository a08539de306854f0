import type {
  NodeOAuthClient,
  NodeOAuthClientOptions,
  NodeSavedSession,
  NodeSavedState,
} from "@atproto/oauth-client-node";

import { guardedFetch } from "../../../http/guarded-fetch.ts";
import type { ConnectorContext } from "../../contract/session.ts";
import { clientKey } from "./client-key.ts";
import { clientMetadata, isLoopback, type ClientPlace } from "./client-metadata.ts";
import { loadLibrary } from "./load-library.ts";
import { shortMemory } from "./short-memory.ts";

/** Service that resolves handles. Its answer counts only if the account's DID document confirms it. */
const handleResolver = "https://public.api.bsky.app";

type Options = NodeOAuthClientOptions;

const nonces = shortMemory<NonNullable<Options["dpopNonceCache"]>>(1_000);
const servers = shortMemory<NonNullable<Options["authorizationServerMetadataCache"]>>(1_000);
const resources = shortMemory<NonNullable<Options["protectedResourceMetadataCache"]>>(1_000);

export interface StoredSignIn {
  /** The sign-in in progress. */
  state?: NodeSavedState;
  /** The key of `state`, which is also the `state` parameter that comes back with the person. */
  stateName?: string;
  /** The session after the sign-in. */
  session?: NodeSavedSession;
}

/**
 * Opens an OAuth client for one account and one operation. The client stores its state in `kept`; the caller
 * encrypts and saves it.
 */
export async function openClient(
  context: Pick<ConnectorContext, "http" | "memory">,
  place: ClientPlace,
  kept: StoredSignIn,
  timeoutMs?: number,
): Promise<NodeOAuthClient> {
  const keys = isLoopback(place.publicUrl) ? [] : [await clientKey(context)];
  const publicKeys = { keys: keys.map((key) => key.publicJwk) };
  const options: Options = {
    clientMetadata: clientMetadata(place, publicKeys) as Options["clientMetadata"],
    ...(keys.length > 0 && { keyset: keys }),
    stateStore: {
      get: () => kept.state,
      set: (name, state) => void Object.assign(kept, { state, stateName: name }),
      del: () => void delete kept.state,
    },
    sessionStore: {
      get: () => kept.session,
      set: (_did, session) => void Object.assign(kept, { session }),
      del: () => void delete kept.session,
    },
    dpopNonceCache: nonces,
    authorizationServerMetadataCache: servers,
    protectedResourceMetadataCache: resources,
    handleResolver,
    fetch: guardedFetch(context.http, timeoutMs),
    // Our HTTP client decides which hosts may be reached without https.
    allowHttp: true,
    // The callers already hold the account's lock.
    requestLock: async (_name, work) => work(),
  };
  const library = await loadLibrary();
  return new library.NodeOAuthClient(options);
}
