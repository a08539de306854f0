import type { Store } from "../db/store.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import type { Clock } from "./clock.ts";
import type { Http, Log, Mail, MediaShare, Secrets, SendJournal } from "./ports.ts";

export type Role = "viewer" | "editor" | "manager" | "owner";

/** The database and the outside services that the code uses. Built once per process. */
export interface Runtime extends Store {
  readonly clock: Clock;
  /** Returns a UUIDv7, so that ids sort by creation time. */
  readonly newId: () => string;
  readonly http: Http;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly networks: NetworkRegistry;
  /** Absent in tests and in processes that send nothing. */
  readonly sendJournal?: SendJournal | undefined;
  /** Absent if the operator configured no mail server. */
  readonly mail?: Mail | undefined;
  /** Scheme and host at which servers on the internet reach this installation; absent if they cannot. */
  readonly publicAddress?: string | undefined;
  /** Absent if networks cannot fetch images from this installation over the internet. */
  readonly mediaShare?: MediaShare | undefined;
}

/** The acting user, their role and the workspace. Built once per request, command or job. */
export interface Context extends Runtime {
  readonly workspaceId: string;
  readonly actor: { readonly id: string; readonly role: Role };
}

/** Context for the product's own actions in a workspace: the worker, the collector, event handlers. */
export function systemContext(runtime: Runtime, workspaceId: string): Context {
  return { ...runtime, workspaceId, actor: { id: "system", role: "owner" } };
}
