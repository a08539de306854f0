import type { NetworkManifest } from "../contract/manifest.ts";
import { settings } from "./environment.ts";
import { limits } from "./limits.ts";
import { web } from "./settings.ts";
import { idIn, isOrganization } from "./urn.ts";

export const manifest = {
  network: "linkedin",
  label: "LinkedIn",
  icon: "M20.447 20.452h-3.554v-5.569c0-1.328-.027-3.037-1.852-3.037-1.853 0-2.136 1.445-2.136 2.939v5.667H9.351V9h3.414v1.561h.046c.477-.9 1.637-1.85 3.37-1.85 3.601 0 4.267 2.37 4.267 5.455v6.286zM5.337 7.433a2.062 2.062 0 0 1-2.063-2.065 2.064 2.064 0 1 1 2.063 2.065zm1.782 13.019H3.555V9h3.564v11.452zM22.225 0H1.771C.792 0 0 .774 0 1.729v20.542C0 23.227.792 24 1.771 24h20.451C23.2 24 24 23.227 24 22.271V1.729C24 .774 23.2 0 22.222 0h.003z",
  isSimulated: false,
  hasReview: true,
  limits,
  abilities: { canEdit: true, canDelete: true, canReply: true, canMention: false },
  /**
   * LinkedIn takes neither an idempotency key nor a client id. It refuses a repeated post and names the first
   * one, for an undocumented time. A page's posts can be listed; a member's cannot, so only sending again as
   * a probe tells.
   */
  outcome: {
    kind: "duplicate-listing",
    settleMs: 120_000,
    timeoutMs: 30_000,
    repeatableMs: 60 * 60_000,
  },
  sameWordsDays: 7,
  postOptions: [{ key: "noReshares", kind: "flag" }],
  connectFields: [],
  authorization: {
    fields: [
      { name: "clientId", kind: "text", isRequired: true },
      { name: "clientSecret", kind: "password", isRequired: false },
      {
        name: "use",
        kind: "choice",
        choices: ["member", "pages"],
        isRequired: true,
        defaultValue: "member",
      },
    ],
    availability: () => "available",
  },
  settings,
  /**
   * Mentions are not offered: they need the person's URN, and LinkedIn does not allow storing people's names.
   */
  mention: () => undefined,
  profileUrl: ({ remoteId }) =>
    isOrganization(remoteId) ? `${web}/company/${idIn(remoteId)}` : undefined,
} as const satisfies NetworkManifest;
