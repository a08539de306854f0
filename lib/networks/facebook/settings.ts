import type { NetworkSetting } from "../contract/manifest.ts";

/** Addresses of Facebook's API and sign-in pages; a test server may replace both. */
export interface FacebookSettings {
  /** Base URL of the API, with its version. */
  readonly api: string;
  /** Base URL of the sign-in pages, with the API version. */
  readonly dialog: string;
  /** True for a test server on this machine: the sign-in may then return over plain http. */
  readonly isStandIn?: true;
}

const version = "v25.0";
/** The day on which the API version stops working, from the Graph API changelog. */
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
    /** Only a loopback address, so that no secret is sent to another machine. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** Returns the settings for the `FACEBOOK_SERVER` variable, which was validated at start. */
export function settingsFrom(variables: Readonly<Record<string, string>>): FacebookSettings {
  const server = variables["FACEBOOK_SERVER"]?.trim();
  return server ? settingsAt(server) : usualSettings;
}

export function settingsAt(server: string): FacebookSettings {
  return { api: `${server}/${version}`, dialog: `${server}/${version}`, isStandIn: true };
}
