import type { NetworkSetting } from "../contract/manifest.ts";

/** Addresses of Instagram's APIs for both ways of signing in; a test server may replace all of them. */
export interface InstagramSettings {
  /** Base URL for accounts signed in on Instagram, with the API version. */
  readonly api: string;
  /** Base URL for accounts linked to a Facebook page, with the API version. */
  readonly facebookApi: string;
  /** Base URL where the code is exchanged for a token. */
  readonly codes: string;
  /** Base URL of the sign-in pages. */
  readonly web: string;
  /** True for a test server on this machine: the sign-in may then return over plain http. */
  readonly isStandIn?: true;
}

const version = "v25.0";
/** The day on which the API version stops working, from the Graph API changelog. */
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
    /** Only a loopback address, so that no secret is sent to another machine. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** Returns the settings for the `INSTAGRAM_SERVER` variable, which was validated at start. */
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
