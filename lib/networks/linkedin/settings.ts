import { usualVersion } from "./versions.ts";

/** What the operator may change about LinkedIn: versions end, scopes are renamed, and a test server stands in for it. */
export interface LinkedInSettings {
  /** Where the API answers. */
  readonly api: string;
  /** Where people sign in and read. */
  readonly web: string;
  /** `LinkedIn-Version`, as YYYYMM. */
  readonly version: string;
  /** What is asked for, by what somebody signs in for. */
  readonly scopes: Readonly<Record<Use, readonly string[]>>;
  /** An app in development may call a hundred times a day for one member, posting included. */
  readonly readEveryMs: number;
  /** Whether the words of comments are kept: LinkedIn lets them be stored for 48 hours. */
  readonly keepsWords: boolean;
}

/** To post as oneself, or as the pages one manages: LinkedIn gives an app the product for one of them. */
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
