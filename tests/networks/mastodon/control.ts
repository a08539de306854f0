import type { FaultKind, Faults } from "./faults.ts";
import type { Reply } from "./http.ts";
import type { World } from "./world.ts";

interface Spoilable {
  readonly world: World;
  readonly faults: Faults;
}

type Mishap = readonly [what: string, happen: (server: Spoilable) => void];

const mishaps: Readonly<Record<string, Mishap>> = {
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
  if (method !== "POST") return { html: controlPage() };
  mishaps[new URLSearchParams(body.toString()).get("do") ?? ""]?.[1](server);
  return { status: 303, headers: { location: "/control" } };
}

function nextPost(kind: FaultKind) {
  return ({ faults }: Spoilable) => faults.add(kind, "POST /api/v1/statuses");
}

function controlPage(): string {
  const buttons = Object.entries(mishaps).map(
    ([key, [what]]) => `<p><button name="do" value="${key}">${what}</button></p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>What goes wrong here</title>
    <h1>What goes wrong here</h1>
    <p>For development. Mastodon itself has no such page.</p>
    <form method="post" action="/control">${buttons.join("")}</form></html>`;
}
