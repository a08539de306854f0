import type { NetworkSetting } from "../contract/manifest.ts";

/** Where Pinterest answers; a test server stands in for all of it. */
export interface PinterestSettings {
  /** With the version. */
  readonly api: string;
  /** Takes what apps in trial make, and has tokens of its own. */
  readonly sandbox: string;
  /** Where people sign in and look. */
  readonly web: string;
}

export const web = "https://www.pinterest.com";

export const usualSettings: PinterestSettings = {
  api: "https://api.pinterest.com/v5",
  sandbox: "https://api-sandbox.pinterest.com/v5",
  web,
};

const ownServer = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

export const settings: readonly NetworkSetting[] = [
  {
    variable: "PINTEREST_SERVER",
    problem: "bad-pinterest-server",
    /** Loopback only: nobody's secret leaves for it. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** The operator's `PINTEREST_SERVER`, which starting has checked. */
export function settingsFrom(variables: Readonly<Record<string, string>>): PinterestSettings {
  const server = variables["PINTEREST_SERVER"]?.trim();
  return server ? settingsAt(server) : usualSettings;
}

export function settingsAt(server: string): PinterestSettings {
  return { api: `${server}/v5`, sandbox: `${server}/sandbox/v5`, web: server };
}
