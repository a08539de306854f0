import type { NetworkSetting } from "../contract/manifest.ts";

/** Addresses of Google's Business Profile APIs; a test server may replace all of them. */
export interface GoogleSettings {
  /** URL of Google's consent page. */
  readonly page: string;
  /** Base URL of the token endpoint. */
  readonly tokens: string;
  readonly accounts: string;
  readonly places: string;
  /** Base URL of the older API, the only one with posts and reviews. */
  readonly posts: string;
}

export const usualSettings: GoogleSettings = {
  page: "https://accounts.google.com/o/oauth2/v2/auth",
  tokens: "https://oauth2.googleapis.com",
  accounts: "https://mybusinessaccountmanagement.googleapis.com",
  places: "https://mybusinessbusinessinformation.googleapis.com",
  posts: "https://mybusiness.googleapis.com",
};

const ownServer = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

export const settings: readonly NetworkSetting[] = [
  {
    variable: "GOOGLE_SERVER",
    problem: "bad-google-server",
    /** Only a loopback address, so that no secret is sent to another machine. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** Returns the settings for the `GOOGLE_SERVER` variable, which was validated at start. */
export function settingsFrom(variables: Readonly<Record<string, string>>): GoogleSettings {
  const server = variables["GOOGLE_SERVER"]?.trim();
  return server ? settingsAt(server) : usualSettings;
}

export function settingsAt(server: string): GoogleSettings {
  const page = `${server}/o/oauth2/v2/auth`;
  return { page, tokens: server, accounts: server, places: server, posts: server };
}
