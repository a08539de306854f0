import type { NetworkSetting } from "../contract/manifest.ts";

/** Google's business profiles are spread over hosts; a test server stands in for all of them. */
export interface GoogleSettings {
  /** The page that asks people. */
  readonly page: string;
  /** Where tokens are traded and taken back. */
  readonly tokens: string;
  readonly accounts: string;
  readonly places: string;
  /** Posts and reviews, which only the older API has. */
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
    /** Loopback only: nobody's secret leaves for it. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
];

/** The operator's `GOOGLE_SERVER`, which starting has checked. */
export function settingsFrom(variables: Readonly<Record<string, string>>): GoogleSettings {
  const server = variables["GOOGLE_SERVER"]?.trim();
  return server ? settingsAt(server) : usualSettings;
}

export function settingsAt(server: string): GoogleSettings {
  const page = `${server}/o/oauth2/v2/auth`;
  return { page, tokens: server, accounts: server, places: server, posts: server };
}
