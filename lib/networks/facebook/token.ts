import { createHmac } from "node:crypto";

import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";

const credentials = z.object({
  /** Of the page. It does not end; a new password, a lost role or taking the app away ends it. */
  pageToken: z.string().min(1),
  appSecret: z.string().optional(),
});

export function credentialsOf(pageToken: string, appSecret: string | undefined): JsonObject {
  return { pageToken, ...(appSecret && { appSecret }) };
}

/** The page's token, and the proof that whoever sends it knows the app's secret. */
export function signedToken(sealed: JsonObject): { token: string; proof: string | undefined } {
  const { pageToken: token, appSecret } = credentials.parse(sealed);
  return { token, proof: proofOf(token, appSecret) };
}

export function proofOf(token: string, appSecret: string | undefined): string | undefined {
  return appSecret ? createHmac("sha256", appSecret).update(token).digest("hex") : undefined;
}
