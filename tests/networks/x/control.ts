import type { ServerResponse } from "node:http";

import { controlPage, happen, type Mishaps } from "../stand-in/control-page.ts";
import type { Fault } from "../stand-in/faults.ts";
import type { Received } from "../stand-in/serve.ts";
import { send, show } from "./sending.ts";
import type { State } from "./server.ts";

/** For whoever tries the product out: everything that may go wrong at X, a button each. X itself has no such page. */
export function serveControl(state: State, { request, bytes }: Received, response: ServerResponse) {
  if (request.method !== "POST") return show(response, controlPage("X", mishaps));
  happen(mishaps, bytes, state);
  return send(response, "/control");
}

const mishaps: Mishaps<State> = {
  credit: [
    "The next post finds no credit",
    nextPost({ status: 402, body: { title: "CreditsDepleted" } }),
  ],
  unavailable: ["The next post is answered by a proxy’s error page", nextPost("error-before")],
  reset: ["The next post arrives, and its answer is lost", nextPost("reset-after")],
  limit: ["The next post meets the rate limit", nextPost("too-many")],
  revoke: [
    "Everybody takes back what they permitted",
    ({ oauth, world }) => world.people.forEach(({ id }) => oauth.forget(id)),
  ],
  lag: ["New posts are listed two minutes late", ({ settings }) => lag(settings, 120_000)],
  "no-lag": ["New posts are listed at once again", ({ settings }) => lag(settings, 0)],
};

function nextPost(fault: Fault) {
  return ({ faults }: State) => faults.next("create-post", fault);
}

function lag(settings: State["settings"], ms: number): void {
  settings.listingLagMs = ms;
}
