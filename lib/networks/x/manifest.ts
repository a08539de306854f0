import type { NetworkManifest } from "../contract/manifest.ts";
import { settings } from "./environment.ts";
import { limits } from "./limits.ts";
import { web } from "./settings.ts";

export const manifest = {
  network: "x",
  label: "X",
  icon: "M18.901 1.153h3.68l-8.04 9.19L24 22.846h-7.406l-5.8-7.584-6.638 7.584H.474l8.6-9.83L0 1.154h7.594l5.243 6.932ZM17.61 20.644h2.039L6.486 3.24H4.298Z",
  isSimulated: false,
  limits,
  abilities: {
    canDelete: true,
    canReply: true,
    canMention: false,
    isAppreciationForPeopleOnly: true,
  },
  /**
   * X has no idempotency key. A repeated identical post is refused without naming the first, so the listing
   * decides.
   */
  outcome: { kind: "duplicate-listing", settleMs: 120_000, timeoutMs: 30_000 },
  sameWordsDays: 7,
  postOptions: [
    { key: "replies", kind: "choice", choices: ["following", "mentionedUsers", "verified"] },
  ],
  disclosure: { ai: ["generated"], isPaid: true },
  connectFields: [],
  authorization: {
    fields: [
      { name: "clientId", kind: "text", isRequired: true },
      { name: "clientSecret", kind: "password", isRequired: false },
    ],
    availability: (publicUrl: string) =>
      isTakenBack(publicUrl) ? "available" : "needs-public-https",
  },
  settings,
  mention: (handle) => `@${handle}`,
  profileUrl: ({ handle }) => `${web}/${encodeURIComponent(handle)}`,
} as const satisfies NetworkManifest;

/** Whether X redirects to this address: any https address, or http on the person's own machine. */
function isTakenBack(publicUrl: string): boolean {
  const url = URL.parse(publicUrl);
  if (url?.protocol === "https:") return true;
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? "");
}
