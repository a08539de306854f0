import type { NetworkManifest } from "../contract/manifest.ts";
import { limits } from "./limits.ts";
import { settings } from "./settings.ts";

const withDates = { key: "topic", is: ["event", "offer"] } as const;
const forOffers = { key: "topic", is: ["offer"] } as const;
const actions = ["BOOK", "ORDER", "SHOP", "LEARN_MORE", "SIGN_UP"] as const;

export const manifest = {
  network: "google",
  label: "Google Business Profile",
  icon: "M12.48 10.92v3.28h7.84c-.24 1.84-.853 3.187-1.787 4.133-1.147 1.147-2.933 2.4-6.053 2.4-4.827 0-8.6-3.893-8.6-8.72s3.773-8.72 8.6-8.72c2.6 0 4.507 1.027 5.907 2.347l2.307-2.307C18.747 1.44 16.133 0 12.48 0 5.867 0 .307 5.387.307 12s5.56 12 12.173 12c3.573 0 6.267-1.173 8.373-3.36 2.16-2.16 2.84-5.213 2.84-7.667 0-.76-.053-1.467-.173-2.053H12.48z",
  isSimulated: false,
  hasReview: true,
  limits,
  abilities: {
    canEdit: true,
    canDelete: true,
    canReply: true,
    canMention: false,
    hasNoCounts: true,
    isAppreciationForPeopleOnly: true,
  },
  /**
   * Google takes neither an idempotency key nor a client id, and a repeated post is a second post. Only the
   * place's list of posts tells.
   */
  outcome: { kind: "listing", settleMs: 120_000, timeoutMs: 30_000 },
  postOptions: [
    { key: "topic", kind: "choice", choices: ["event", "offer"] },
    { key: "title", kind: "text", max: 58, isRequired: true, when: withDates },
    { key: "start", kind: "date", isRequired: true, when: withDates },
    { key: "end", kind: "date", isRequired: true, when: withDates },
    { key: "coupon", kind: "text", max: 58, when: forOffers },
    { key: "redeem", kind: "url", max: 1_000, when: forOffers },
    { key: "terms", kind: "text", max: 1_000, when: forOffers },
    { key: "action", kind: "choice", choices: [...actions, "CALL"] },
    {
      key: "address",
      kind: "url",
      max: 1_000,
      isRequired: true,
      when: { key: "action", is: actions },
    },
  ],
  connectFields: [],
  authorization: {
    fields: [
      { name: "clientId", kind: "text", isRequired: true },
      { name: "clientSecret", kind: "password", isRequired: false },
    ],
    availability: () => "available",
  },
  settings,
  mention: () => undefined,
  profileUrl: ({ handle }) =>
    `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(handle)}`,
} as const satisfies NetworkManifest;
