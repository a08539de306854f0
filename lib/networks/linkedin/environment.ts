import type { NetworkSetting } from "../contract/manifest.ts";
import { usualSettings, type LinkedInSettings } from "./settings.ts";

const ownServer = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;
const areScopes = (value: string) => /^\w+(\s+\w+)*$/.test(value.trim());

export const settings: readonly NetworkSetting[] = [
  {
    variable: "LINKEDIN_SERVER",
    problem: "bad-linkedin-server",
    /** Only a loopback address, so that no secret is sent to another machine. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
  {
    variable: "LINKEDIN_VERSION",
    problem: "bad-linkedin-version",
    isUsable: (value) => /^20\d\d(0[1-9]|1[0-2])$/.test(value),
  },
  { variable: "LINKEDIN_SCOPES_MEMBER", problem: "bad-linkedin-scopes", isUsable: areScopes },
  { variable: "LINKEDIN_SCOPES_PAGES", problem: "bad-linkedin-scopes", isUsable: areScopes },
  {
    variable: "LINKEDIN_READ_MINUTES",
    problem: "bad-linkedin-minutes",
    isUsable: (value) => /^\d{1,4}$/.test(value),
  },
  {
    variable: "LINKEDIN_KEEP_WORDS",
    problem: "bad-linkedin-words",
    isUsable: (value) => value === "yes" || value === "no",
  },
];

/** Returns the settings for the operator's variables, which were validated at start. */
export function settingsFrom(variables: Readonly<Record<string, string>>): LinkedInSettings {
  const given = (name: string) => variables[`LINKEDIN_${name}`]?.trim() || undefined;
  const { api, web, version, scopes, readEveryMs } = usualSettings;
  const minutes = given("READ_MINUTES");
  return {
    api: given("SERVER") ?? api,
    web: given("SERVER") ?? web,
    version: given("VERSION") ?? version,
    scopes: {
      member: given("SCOPES_MEMBER")?.split(/\s+/) ?? scopes.member,
      pages: given("SCOPES_PAGES")?.split(/\s+/) ?? scopes.pages,
    },
    readEveryMs: minutes === undefined ? readEveryMs : Number(minutes) * 60_000,
    keepsWords: given("KEEP_WORDS") === "yes",
  };
}
