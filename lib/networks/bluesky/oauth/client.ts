import type {
  NodeOAuthClient,
  NodeOAuthClientOptions,
  NodeSavedSession,
  NodeSavedState,
} from "@atproto/oauth-client-node";

import { guardedFetch } from "../../../http/guarded-fetch.ts";
import type { ConnectorContext } from "../../contract/connector.ts";
import { clientKey } from "./client-key.ts";
import { clientMetadata, isLoopback, type ClientPlace } from "./client-metadata.ts";
import { loadLibrary } from "./load-library.ts";
import { shortMemory } from "./short-memory.ts";

/** The directory of handles; what it says counts only where the account's own document agrees. */
const handleResolver = "https://public.api.bsky.app";

type Options = NodeOAuthClientOptions;

const nonces = shortMemory<NonNullable<Options["dpopNonceCache"]>>(1_000);
const servers = shortMemory<NonNullable<Options["authorizationServerMetadataCache"]>>(1_000);
const resources = shortMemory<NonNullable<Options["protectedResourceMetadataCache"]>>(1_000);

export interface StoredSignIn {
  /** The one sign-in that is under way. */
  state?: NodeSavedState;
  /** What it is called, and what comes back with the person. */
  stateName?: string;
  /** The one session that there is. */
  session?: NodeSavedSession;
}

/** One account's client for one exchange. What it keeps is in `kept`, for the caller to seal. */
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
    // The HTTP client knows who may be reached without https.
    allowHttp: true,
    // Accounts are locked by whoever calls us.
    requestLock: async (_name, work) => work(),
  };
  const library = await loadLibrary();
  return new library.NodeOAuthClient(options);
}
