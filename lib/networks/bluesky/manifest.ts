import type { NetworkManifest } from "../contract/manifest.ts";
import { profileAddress } from "./at-address.ts";
import { isMentionable } from "./confirmed-handle.ts";
import { limits } from "./limits.ts";
import { isLoopback, isPublicAddress } from "./oauth/client-metadata.ts";
import { defaultServer } from "./server-address.ts";

export const manifest = {
  network: "bluesky",
  label: "Bluesky",
  icon: "M12 10.6C11 8.6 8.1 4.8 5.4 2.9 2.9 1.1 1 .9 1 3.7c0 .9.5 6.3.8 7.2.9 3.1 4.3 4.1 7.3 3.6-5.3.9-9.9 2.9-3.8 9.3 6.7 7 9.2-1.7 6.7-6.9 2.5 5.2 1.9 13.6 8.5 6.9 5-5.1 1.4-8.4-3.9-9.3 3 .5 6.4-.5 7.3-3.6.3-.9.8-6.3.8-7.2 0-2.8-1.9-2.6-4.4-.8-2.7 1.9-5.6 5.7-6.6 7.7Z",
  isSimulated: false,
  limits,
  abilities: { canDelete: true, canReply: true, canMention: true },
  /**
   * The record key is ours, and sending it again cannot make a second post, so a short settle time is enough.
   */
  outcome: { kind: "own-id", settleMs: 5_000, timeoutMs: 30_000 },
  connectFields: [
    { name: "identifier", kind: "text", isRequired: true, fromAccount: "handle" },
    { name: "appPassword", kind: "password", isRequired: true },
    {
      name: "pds",
      kind: "url",
      isRequired: false,
      defaultValue: defaultServer,
      fromAccount: "origin",
    },
  ],
  authorization: {
    fields: [{ name: "handle", kind: "text", isRequired: false, fromAccount: "handle" }],
    availability: (publicUrl: string) =>
      isLoopback(publicUrl) || isPublicAddress(publicUrl) ? "available" : "needs-public-https",
  },
  mention: (handle) => (isMentionable(handle) ? `@${handle}` : undefined),
  profileUrl: ({ remoteId }) => profileAddress(remoteId),
} as const satisfies NetworkManifest;
