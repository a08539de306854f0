import type { NetworkSetting } from "../contract/manifest.ts";

/** Where Facebook answers; a test server stands in for both. */
export interface FacebookSettings {
  /** With the version. */
  readonly api: string;
  /** Where people sign in, with the version. */
  readonly dialog: string;
  /** The server is on this machine: people are then sent back over plain http, too. */
  readonly isStandIn?: true;
}

const version = "v25.0";
/** Graph API changelog. */
export const versionEnds = "2028-07-29";

export const usualSettings: FacebookSettings = {
  api: `https://graph.facebook.com/${version}`,
  dialog: `https://www.facebook.com/${version}`,
};

const ownServer = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

export const settings: readonly NetworkSetting[] = [
  {
    variable: "FACEBOOK_SERVER",
    problem: "bad-facebook-server",
    /** Loopback only: nobody's secret leaves for it. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** The operator's `FACEBOOK_SERVER`, which starting has checked. */
export function settingsFrom(variables: Readonly<Record<string, string>>): FacebookSettings {
  const server = variables["FACEBOOK_SERVER"]?.trim();
  return server ? settingsAt(server) : usualSettings;
}

export function settingsAt(server: string): FacebookSettings {
  return { api: `${server}/${version}`, dialog: `${server}/${version}`, isStandIn: true };
}
