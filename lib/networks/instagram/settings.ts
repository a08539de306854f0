import type { NetworkSetting } from "../contract/manifest.ts";

/** Where Instagram answers, by which of its two ways somebody signed in; a test server stands in for all. */
export interface InstagramSettings {
  /** Of those who signed in on Instagram; with the version. */
  readonly api: string;
  /** Of those whose account hangs on a Facebook page; with the version. */
  readonly facebookApi: string;
  /** Where a code is traded. */
  readonly codes: string;
  /** Where people sign in. */
  readonly web: string;
  /** The server is on this machine: people are then sent back over plain http, too. */
  readonly isStandIn?: true;
}

const version = "v25.0";
/** Graph API changelog. */
export const versionEnds = "2028-07-29";

export const usualSettings: InstagramSettings = {
  api: `https://graph.instagram.com/${version}`,
  facebookApi: `https://graph.facebook.com/${version}`,
  codes: "https://api.instagram.com",
  web: "https://www.instagram.com",
};

const ownServer = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

export const settings: readonly NetworkSetting[] = [
  {
    variable: "INSTAGRAM_SERVER",
    problem: "bad-instagram-server",
    /** Loopback only: nobody's secret leaves for it. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** The operator's `INSTAGRAM_SERVER`, which starting has checked. */
export function settingsFrom(variables: Readonly<Record<string, string>>): InstagramSettings {
  const server = variables["INSTAGRAM_SERVER"]?.trim();
  return server ? settingsAt(server) : usualSettings;
}

export function settingsAt(server: string): InstagramSettings {
  return {
    api: `${server}/${version}`,
    facebookApi: `${server}/facebook/${version}`,
    codes: server,
    web: server,
    isStandIn: true,
  };
}
