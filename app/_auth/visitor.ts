import { headers } from "next/headers";

import { refused, type Refused } from "#lib/kernel/result";
import { currentRuntime } from "#lib/runtime/current";
import { countByVisitor, forgiveVisitor, minutesOf } from "#lib/workspaces/throttle";

import { isSecure, publicUrl } from "./settings.ts";

/** Whose guesses are counted together: the server in front of the pages sets this header itself. */
export async function visitorAddress(): Promise<string> {
  return (await headers()).get("x-shoutloop-client") ?? "unknown";
}

/**
 * Refused where the browser would not keep a session: the address of the installation is https, and this page
 * was opened over http.
 */
export async function refuseOtherAddress(): Promise<Refused<"other-address"> | undefined> {
  const origin = (await headers()).get("origin") ?? "";
  return isSecure() && origin.startsWith("http:")
    ? refused("other-address", { address: publicUrl() })
    : undefined;
}

/** Somebody nobody knows uses a link or sets up: counted by where they are, and not counted once it worked. */
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
