import { controlPage, happen, type Mishaps } from "../stand-in/control-page.ts";
import type { Fault, Faults } from "../stand-in/faults.ts";
import type { Reply } from "./http.ts";
import type { World } from "./world.ts";

interface Spoilable {
  readonly world: World;
  readonly faults: Faults;
}

const mishaps: Mishaps<Spoilable> = {
  unavailable: ["The next post is answered with 503", nextPost("unavailable")],
  proxy: ["The next post is answered by a proxy’s error page", nextPost("error-before")],
  reset: ["The next post arrives, and its answer is lost", nextPost("reset-after")],
  limit: ["The next post meets the rate limit", nextPost("too-many")],
  revoke: [
    "Everybody takes back what they permitted",
    ({ world }) => {
      for (const token of world.tokens.values()) token.isRevoked = true;
    },
  ],
};

/** For whoever tries the product out: what may go wrong at a server, a button each. Mastodon itself has no such page. */
export function control(server: Spoilable, method: string, body: Buffer): Reply {
  if (method !== "POST") return { html: controlPage("Mastodon", mishaps) };
  happen(mishaps, body, server);
  return { status: 303, headers: { location: "/control" } };
}

function nextPost(kind: Fault) {
  return ({ faults }: Spoilable) => faults.add(kind, "POST /api/v1/statuses");
}
