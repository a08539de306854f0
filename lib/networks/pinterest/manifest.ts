import type { NetworkManifest } from "../contract/manifest.ts";
import { limits } from "./limits.ts";
import { settings, web } from "./settings.ts";

export const manifest = {
  network: "pinterest",
  label: "Pinterest",
  icon: "M12 0C5.373 0 0 5.372 0 12c0 5.084 3.163 9.426 7.627 11.174-.105-.949-.2-2.405.042-3.441.218-.937 1.407-5.965 1.407-5.965s-.359-.719-.359-1.782c0-1.668.967-2.914 2.171-2.914 1.023 0 1.518.769 1.518 1.69 0 1.029-.655 2.568-.994 3.995-.283 1.194.599 2.169 1.777 2.169 2.133 0 3.772-2.249 3.772-5.495 0-2.873-2.064-4.882-5.012-4.882-3.414 0-5.418 2.561-5.418 5.207 0 1.031.397 2.138.893 2.738a.36.36 0 0 1 .083.345l-.333 1.36c-.053.22-.174.267-.402.161-1.499-.698-2.436-2.889-2.436-4.649 0-3.785 2.75-7.262 7.929-7.262 4.163 0 7.398 2.967 7.398 6.931 0 4.136-2.607 7.464-6.227 7.464-1.216 0-2.359-.631-2.75-1.378l-.748 2.853c-.271 1.043-1.002 2.35-1.492 3.146C9.57 23.812 10.763 24 12 24c6.627 0 12-5.373 12-12 0-6.628-5.373-12-12-12z",
  isSimulated: false,
  hasReview: true,
  limits,
  abilities: {
    canEdit: true,
    canDelete: true,
    canReply: false,
    canMention: false,
    isSilentOnPeople: true,
    isAppreciationForPeopleOnly: true,
  },
  /**
   * Pinterest takes neither an idempotency key nor a client id, and a repeated pin is a second pin. Only the
   * list of pins tells, and it may lag.
   */
  outcome: { kind: "listing", settleMs: 180_000, timeoutMs: 60_000 },
  postOptions: [
    { key: "board", kind: "choice", isAsked: true, isRequired: true },
    { key: "title", kind: "text", max: 100 },
    { key: "link", kind: "url", max: 2_048 },
  ],
  /** The sandbox is connected with a token that Pinterest shows to the app's developer. */
  connectFields: [{ name: "sandboxToken", kind: "password", isRequired: true }],
  authorization: {
    fields: [
      { name: "clientId", kind: "text", isRequired: true },
      { name: "clientSecret", kind: "password", isRequired: false },
    ],
    availability: () => "available",
  },
  settings,
  mention: () => undefined,
  profileUrl: ({ handle }) => `${web}/${encodeURIComponent(handle)}/`,
} as const satisfies NetworkManifest;
