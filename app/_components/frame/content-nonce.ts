import { headers } from "next/headers";

/** The nonce that this request's content security policy allows scripts to run by; undefined where there is no policy. */
export async function contentNonce(): Promise<string | undefined> {
  const sent = await headers();
  return (
    sent.get("x-nonce") ??
    /'nonce-([^']+)'/.exec(sent.get("content-security-policy") ?? "")?.[1] ??
    undefined
  );
}
