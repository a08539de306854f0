import type { NetworkSetting } from "../contract/manifest.ts";

/** Where Threads answers; a test server stands in for both. */
export interface ThreadsSettings {
  /** With the version. */
  readonly api: string;
  /** Where people sign in. */
  readonly web: string;
  /** The server is on this machine: people are then sent back over plain http, too. */
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
    /** Loopback only: nobody's secret leaves for it. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** The operator's `THREADS_SERVER`, which starting has checked. */
export function settingsFrom(variables: Readonly<Record<string, string>>): ThreadsSettings {
  const server = variables["THREADS_SERVER"]?.trim();
  return server ? settingsAt(server) : usualSettings;
}

export function settingsAt(server: string): ThreadsSettings {
  return { api: `${server}/${version}`, web: server, isStandIn: true };
}
