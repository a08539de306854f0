import { headers } from "next/headers";

/** Returns the nonce of the request's content security policy for scripts; undefined without a policy. */
export async function contentNonce(): Promise<string | undefined> {
  const sent = await headers();
  return (
    sent.get("x-nonce") ??
    /'nonce-([^']+)'/.exec(sent.get("content-security-policy") ?? "")?.[1] ??
    undefined
  );
}
