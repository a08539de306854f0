import type { NetworkManifest } from "../contract/manifest.ts";
import { feedUrl } from "./feed.ts";
import { limits } from "./limits.ts";

export const manifest = {
  network: "practice",
  label: "Practice",
  icon: "M9 2h6v2h-1v5.2l6 9.9A2 2 0 0 1 18.3 22H5.7A2 2 0 0 1 4 19.1l6-9.9V4H9V2Zm3 7.8L8.6 15.4h6.8L12 9.8Z",
  isSimulated: true,
  limits,
  abilities: { canDelete: true, canReply: true, canMention: true },
  outcome: { kind: "own-id", settleMs: 1_000, timeoutMs: 5_000 },
  connectFields: [{ name: "name", kind: "text", isRequired: false, isForTerminalOnly: true }],
  hasOwnPages: true,
  mention: (handle) => `@${handle}`,
  profileUrl: ({ remoteId }) => feedUrl(encodeURIComponent(remoteId)),
} as const satisfies NetworkManifest;
