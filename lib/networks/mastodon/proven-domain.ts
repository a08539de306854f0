import { z } from "zod";

import type { ConnectorContext } from "../contract/session.ts";
import { exchange } from "./call.ts";

const finger = z.object({
  links: z.array(z.object({ rel: z.string(), href: z.string().optional() })),
});

/**
 * Returns the domain of the user's handle. A server may run on another host than its domain
 * (`social.wool.example` for `@anna@wool.example`), but that domain's WebFinger must confirm that the user is
 * there. Otherwise the host itself is the domain.
 */
export async function provenDomain(
  context: Pick<ConnectorContext, "http" | "now">,
  origin: string,
  username: string,
  claimed: string,
): Promise<string> {
  const { host } = new URL(origin);
  const domain = claimed.toLowerCase();
  if (domain === host || URL.parse(`https://${domain}`)?.host !== domain) return host;
  const answer = await exchange(context, `https://${domain}`, {
    path: "/.well-known/webfinger",
    params: { resource: `acct:${username}@${domain}` },
    shape: finger,
    timeoutMs: 10_000,
  });
  const links = answer.kind === "ok" ? answer.value.links : [];
  const isNamed = links.some(
    ({ rel, href = "" }) => rel === "self" && URL.parse(href)?.origin === origin,
  );
  return isNamed ? domain : host;
}
