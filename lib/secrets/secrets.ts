import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";

import type { SealedPlace, Secrets } from "../kernel/ports.ts";

const cipher = "aes-256-gcm";
const authTagLength = 16;
const version = "v1";

/**
 * Creates the encryption and signing functions. `master` is the installation's key: 32 bytes or more, from
 * SHOUTLOOP_SECRET or the data directory. Each workspace and each purpose has its own derived key.
 */
export function createSecrets(master: string): Secrets {
  const keyFor = keysOf(master);
  return {
    seal(plain, place) {
      const iv = randomBytes(12);
      const box = createCipheriv(cipher, keyFor(`seal:${place.workspaceId}`), iv, {
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
        keyFor(`seal:${place.workspaceId}`),
        Buffer.from(iv, "base64url"),
        { authTagLength },
      );
      box.setAAD(labelOf(place));
      box.setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([box.update(Buffer.from(sealed, "base64url")), box.final()]).toString(
        "utf8",
      );
    },
    sign: (purpose, text) => hmac(keyFor(`sign:${purpose}`), text),
    fingerprint: (purpose, text) => hmac(keyFor(`fingerprint:${purpose}`), text),
  };
}

function labelOf({ workspaceId, rowId, column }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([workspaceId, rowId, column]));
}

function hmac(key: KeyObject, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}

const mostKeys = 1_000;

/**
 * Caches derived keys, because deriving one costs more than using it and every request with a session needs
 * one. The cache holds key objects: Node needs eight times as long to start from raw bytes.
 */
function keysOf(master: string): (purpose: string) => KeyObject {
  const known = new Map<string, KeyObject>();
  return (purpose) => {
    const found = known.get(purpose);
    if (found) return found;
    const key = createSecretKey(Buffer.from(hkdfSync("sha256", master, "shoutloop", purpose, 32)));
    if (known.size >= mostKeys) known.clear();
    known.set(purpose, key);
    return key;
  };
}
