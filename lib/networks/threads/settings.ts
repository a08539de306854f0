import type { NetworkSetting } from "../contract/manifest.ts";

/** Addresses of Threads' API and sign-in pages; a test server may replace both. */
export interface ThreadsSettings {
  /** Base URL of the API, with its version. */
  readonly api: string;
  /** Base URL of the sign-in pages. */
  readonly web: string;
  /** True for a test server on this machine: the sign-in may then return over plain http. */
  readonly isStandIn?: true;
}

const version = "v1.0";

export const usualSettings: ThreadsSettings = {
  api: `https://graph.threads.net/${version}`,
  web: "https://threads.net",
};

const ownServer = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

export const settings: readonly NetworkSetting[] = [
  {
    variable: "THREADS_SERVER",
    problem: "bad-threads-server",
    /** Only a loopback address, so that no secret is sent to another machine. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** Returns the settings for the `THREADS_SERVER` variable, which was validated at start. */
export function settingsFrom(variables: Readonly<Record<string, string>>): ThreadsSettings {
  const server = variables["THREADS_SERVER"]?.trim();
  return server ? settingsAt(server) : usualSettings;
}

export function settingsAt(server: string): ThreadsSettings {
  return { api: `${server}/${version}`, web: server, isStandIn: true };
}
