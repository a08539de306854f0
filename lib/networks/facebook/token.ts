import { createHmac } from "node:crypto";

import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";

const credentials = z.object({
  /**
   * The page's access token. It does not expire, but a changed password, a lost role or removing the app
   * invalidates it.
   */
  pageToken: z.string().min(1),
  appSecret: z.string().optional(),
});

export function credentialsOf(pageToken: string, appSecret: string | undefined): JsonObject {
  return { pageToken, ...(appSecret && { appSecret }) };
}

/** Returns the page's token and its `appsecret_proof`; the proof is undefined without an app secret. */
export function signedToken(sealed: JsonObject): { token: string; proof: string | undefined } {
  const { pageToken: token, appSecret } = credentials.parse(sealed);
  return { token, proof: proofOf(token, appSecret) };
}

export function proofOf(token: string, appSecret: string | undefined): string | undefined {
  return appSecret ? createHmac("sha256", appSecret).update(token).digest("hex") : undefined;
}
