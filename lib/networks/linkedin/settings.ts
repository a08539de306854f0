import { usualVersion } from "./versions.ts";

/**
 * Settings of LinkedIn that the operator may change: versions end, scopes are renamed, and a test server may
 * replace LinkedIn.
 */
export interface LinkedInSettings {
  /** Base URL of the API. */
  readonly api: string;
  /** Base URL of the website. */
  readonly web: string;
  /** Value of the `LinkedIn-Version` header, as YYYYMM. */
  readonly version: string;
  /** The scopes to ask for, by purpose of the sign-in. */
  readonly scopes: Readonly<Record<Use, readonly string[]>>;
  /**
   * Interval between two readings, in milliseconds: an app in development may make 100 calls a day for one
   * member, posting included.
   */
  readonly readEveryMs: number;
  /** Whether the text of comments is stored; LinkedIn allows that for 48 hours only. */
  readonly keepsWords: boolean;
}

/**
 * Purpose of a sign-in: to post as the member, or as the pages they manage. LinkedIn grants an app the
 * product for one of them.
 */
export type Use = "member" | "pages";

export const web = "https://www.linkedin.com";

export const usualSettings: LinkedInSettings = {
  api: "https://api.linkedin.com",
  web,
  version: usualVersion,
  scopes: {
    member: ["openid", "profile", "w_member_social"],
    pages: [
      "r_basicprofile",
      "rw_organization_admin",
      "r_organization_social",
      "w_organization_social",
      "w_member_social",
    ],
  },
  readEveryMs: 30 * 60_000,
  keepsWords: false,
};
