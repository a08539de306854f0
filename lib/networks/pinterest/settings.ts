import type { NetworkSetting } from "../contract/manifest.ts";

/** Addresses of Pinterest; a test server may replace all of them. */
export interface PinterestSettings {
  /** Base URL of the API, with its version. */
  readonly api: string;
  /** Base URL of the sandbox, for apps with trial access; it has tokens of its own. */
  readonly sandbox: string;
  /** Base URL of the website, where people sign in and pins are shown. */
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
    /** Only a loopback address, so that no secret is sent to another machine. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** Returns the settings for the `PINTEREST_SERVER` variable, which was validated at start. */
export function settingsFrom(variables: Readonly<Record<string, string>>): PinterestSettings {
  const server = variables["PINTEREST_SERVER"]?.trim();
  return server ? settingsAt(server) : usualSettings;
}

export function settingsAt(server: string): PinterestSettings {
  return { api: `${server}/v5`, sandbox: `${server}/sandbox/v5`, web: server };
}
