import type { Store } from "../db/store.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import type { Clock } from "./clock.ts";
import type { Http, Log, Mail, MediaShare, Secrets, SendJournal } from "./ports.ts";

export type Role = "viewer" | "editor" | "manager" | "owner";

/** What one running product has: a database and the ways out. Built once per process. */
export interface Runtime extends Store {
  readonly clock: Clock;
  /** UUIDv7: ids sort by creation. */
  readonly newId: () => string;
  readonly http: Http;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly networks: NetworkRegistry;
  /** Absent in tests, and where nothing is sent. */
  readonly sendJournal?: SendJournal | undefined;
  /** Absent where the operator named no mail server. */
  readonly mail?: Mail | undefined;
  /** Scheme and host at which servers on the internet reach us; absent where they do not. */
  readonly publicAddress?: string | undefined;
  /** Absent where nothing of ours can be reached from the internet. */
  readonly mediaShare?: MediaShare | undefined;
}

/** Who is acting, and where. Built once per request, command or job. */
export interface Context extends Runtime {
  readonly workspaceId: string;
  readonly actor: { readonly id: string; readonly role: Role };
}

/** The product itself acting in a workspace: worker, collector, reactions. */
export function systemContext(runtime: Runtime, workspaceId: string): Context {
  return { ...runtime, workspaceId, actor: { id: "system", role: "owner" } };
}
