import type { ServerResponse } from "node:http";

import { controlPage, happen, type Mishaps } from "../stand-in/control-page.ts";
import type { Fault } from "../stand-in/faults.ts";
import type { Received } from "../stand-in/serve.ts";
import { send, show } from "./sending.ts";
import type { State } from "./server.ts";

/** For whoever tries the product out: everything that may go wrong at LinkedIn, a button each. LinkedIn itself has no such page. */
export function serveControl(state: State, { method, bytes }: Received, response: ServerResponse) {
  if (method !== "POST") return show(response, controlPage("LinkedIn", mishaps));
  happen(mishaps, bytes, state);
  return send(response, "/control");
}

const sunset = {
  status: 426,
  body: {
    status: 426,
    code: "NONEXISTENT_VERSION",
    message: "Requested version 20251101 is not active",
  },
};

const mishaps: Mishaps<State> = {
  reset: ["The next post arrives, and its answer is lost", nextPost("reset-after")],
  lost: ["The next post does not arrive", nextPost("reset-before")],
  unavailable: ["The next post is answered by a proxy’s error page", nextPost("error-before")],
  limit: ["The next post meets the day’s limit", nextPost("too-many")],
  sunset: ["The next post meets a version that has ended", nextPost(sunset)],
  revoke: [
    "Everybody takes back what they permitted",
    ({ oauth, world }) => world.members.forEach(({ id }) => oauth.forget(id)),
  ],
  lag: ["New posts are listed two minutes late", ({ rules }) => lag(rules, 120_000)],
  "no-lag": ["New posts are listed at once again", ({ rules }) => lag(rules, 0)],
};

function nextPost(fault: Fault) {
  return ({ faults }: State) => faults.next("create-post", fault);
}

function lag(rules: State["rules"], ms: number): void {
  rules.listingLagMs = ms;
}
