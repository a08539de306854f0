import { headers } from "next/headers";

import { refused, type Refused } from "#lib/kernel/result";
import { currentRuntime } from "#lib/runtime/current";
import { countByVisitor, forgiveVisitor, minutesOf } from "#lib/workspaces/throttle";

import { isSecure, publicUrl } from "./settings.ts";

/**
 * Returns the address by which a visitor's attempts are counted. The server in front of the pages sets this
 * header itself.
 */
export async function visitorAddress(): Promise<string> {
  return (await headers()).get("x-shoutloop-client") ?? "unknown";
}

/**
 * Refuses if the browser would not keep a session: the installation is configured for https, and the page was
 * opened over http.
 */
export async function refuseOtherAddress(): Promise<Refused<"other-address"> | undefined> {
  const origin = (await headers()).get("origin") ?? "";
  return isSecure() && origin.startsWith("http:")
    ? refused("other-address", { address: publicUrl() })
    : undefined;
}

/**
 * Counts an anonymous visitor's attempt to use a link or to set up, by address. `forgive` removes the attempt
 * after success.
 */
export async function countVisit(
  purpose: string,
): Promise<{ refusal?: Refused<"too-many-attempts">; forgive: () => Promise<void> }> {
  const runtime = currentRuntime();
  const address = await visitorAddress();
  const wait = await countByVisitor(runtime, purpose, address);
  return {
    ...(wait > 0 && { refusal: refused("too-many-attempts", minutesOf(wait)) }),
    forgive: () => forgiveVisitor(runtime, purpose, address),
  };
}
