import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

import type { SealedPlace, Secrets } from "../kernel/ports.ts";

const cipher = "aes-256-gcm";
const authTagLength = 16;
const version = "v1";

/**
 * `master` is the installation's key: 32 bytes or more, from SHOUTLOOP_SECRET or the data directory.
 * Every workspace and every purpose has a key of its own, derived from it.
 */
export function createSecrets(master: string): Secrets {
  return {
    seal(plain, place) {
      const iv = randomBytes(12);
      const box = createCipheriv(cipher, keyFor(master, `seal:${place.workspaceId}`), iv, {
        authTagLength,
      });
      box.setAAD(labelOf(place));
      const sealed = Buffer.concat([box.update(plain, "utf8"), box.final()]);
      return [
        version,
        ...[iv, box.getAuthTag(), sealed].map((part) => part.toString("base64url")),
      ].join(".");
    },
    open(text, place) {
      const [found, iv, tag, sealed] = text.split(".");
      if (found !== version || !iv || !tag || sealed === undefined)
        throw new Error("Not a sealed value.");
      const box = createDecipheriv(
        cipher,
        keyFor(master, `seal:${place.workspaceId}`),
        Buffer.from(iv, "base64url"),
        { authTagLength },
      );
      box.setAAD(labelOf(place));
      box.setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([box.update(Buffer.from(sealed, "base64url")), box.final()]).toString(
        "utf8",
      );
    },
    sign: (purpose, text) => hmac(master, `sign:${purpose}`, text),
    fingerprint: (purpose, text) => hmac(master, `fingerprint:${purpose}`, text),
  };
}

function labelOf({ workspaceId, rowId, column }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([workspaceId, rowId, column]));
}

function hmac(master: string, purpose: string, text: string): string {
  return createHmac("sha256", keyFor(master, purpose)).update(text).digest("base64url");
}

function keyFor(master: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, "shoutloop", purpose, 32));
}
