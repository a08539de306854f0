import type { NetworkManifest } from "../contract/manifest.ts";
import { limits } from "./limits.ts";
import { settings } from "./settings.ts";

const profiles = "https://www.instagram.com";

export const manifest = {
  network: "instagram",
  label: "Instagram",
  icon: "M7.8 2h8.4C19.4 2 22 4.6 22 7.8v8.4a5.8 5.8 0 0 1-5.8 5.8H7.8C4.6 22 2 19.4 2 16.2V7.8A5.8 5.8 0 0 1 7.8 2m-.2 2A3.6 3.6 0 0 0 4 7.6v8.8C4 18.39 5.61 20 7.6 20h8.8a3.6 3.6 0 0 0 3.6-3.6V7.6C20 5.61 18.39 4 16.4 4H7.6m9.65 1.5a1.25 1.25 0 1 1 0 2.5 1.25 1.25 0 0 1 0-2.5M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10m0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  isSimulated: false,
  hasReview: true,
  limits,
  abilities: {
    canDelete: true,
    canReply: true,
    canMention: true,
    isAppreciationForPeopleOnly: true,
  },
  postOptions: [{ key: "collaborators", kind: "text", max: 100 }],
  disclosure: { ai: ["generated"] },
  /** A container is published only once, however often publishing is requested, and expires after a day. */
  outcome: {
    kind: "container",
    settleMs: 120_000,
    timeoutMs: 30_000,
    repeatableMs: 23 * 60 * 60_000,
  },
  postsPerDay: 100,
  connectFields: [
    { name: "systemToken", kind: "password", isRequired: true },
    { name: "appSecret", kind: "password", isRequired: false },
  ],
  authorization: {
    fields: [
      { name: "clientId", kind: "text", isRequired: true },
      { name: "clientSecret", kind: "password", isRequired: false },
    ],
    availability: (publicUrl: string) =>
      publicUrl.startsWith("https:") ? "available" : "needs-public-https",
  },
  settings,
  mention: (handle) => `@${handle}`,
  profileUrl: ({ handle }) => `${profiles}/${encodeURIComponent(handle)}/`,
} as const satisfies NetworkManifest;
