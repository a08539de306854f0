import { createHmac } from "node:crypto";

import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";

/** Credentials of an account linked to a Facebook page: the page's access token, which does not expire. */
const credentials = z.object({ pageToken: z.string().min(1), appSecret: z.string().optional() });

export function pageCredentials(pageToken: string, appSecret: string | undefined): JsonObject {
  return { pageToken, ...(appSecret && { appSecret }) };
}

export function pageTokenIn(
  sealed: JsonObject,
): { token: string; proof: string | undefined } | undefined {
  const read = credentials.safeParse(sealed).data;
  return read && { token: read.pageToken, proof: proofOf(read.pageToken, read.appSecret) };
}

/** Returns the `appsecret_proof` of a token; undefined without an app secret. */
export function proofOf(token: string, appSecret: string | undefined): string | undefined {
  return appSecret ? createHmac("sha256", appSecret).update(token).digest("hex") : undefined;
}
