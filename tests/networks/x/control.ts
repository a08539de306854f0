import type { ServerResponse } from "node:http";

import type { XFault } from "./faults.ts";
import { send, show, type Received } from "./sending.ts";
import type { State } from "./server.ts";

/** For whoever tries the product out: everything that may go wrong at X, a button each. X itself has no such page. */
export function serveControl(state: State, { request, bytes }: Received, response: ServerResponse) {
  if (request.method !== "POST") return show(response, controlPage());
  mishaps[new URLSearchParams(bytes.toString()).get("do") ?? ""]?.[1](state);
  return send(response, "/control");
}

type Mishap = readonly [what: string, happen: (state: State) => void];

const mishaps: Readonly<Record<string, Mishap>> = {
  credit: [
    "The next post finds no credit",
    nextPost({ status: 402, body: { title: "CreditsDepleted" } }),
  ],
  unavailable: ["The next post is answered by a proxy’s error page", nextPost("html")],
  reset: ["The next post arrives, and its answer is lost", nextPost("reset-after")],
  limit: ["The next post meets the rate limit", nextPost("too-many-legacy")],
  revoke: [
    "Everybody takes back what they permitted",
    ({ oauth, world }) => world.people.forEach(({ id }) => oauth.forget(id)),
  ],
  lag: ["New posts are listed two minutes late", ({ settings }) => lag(settings, 120_000)],
  "no-lag": ["New posts are listed at once again", ({ settings }) => lag(settings, 0)],
};

function nextPost(fault: XFault) {
  return ({ faults }: State) => faults.next("create-post", fault);
}

function lag(settings: State["settings"], ms: number): void {
  settings.listingLagMs = ms;
}

function controlPage(): string {
  const buttons = Object.entries(mishaps).map(
    ([key, [what]]) => `<p><button name="do" value="${key}">${what}</button></p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>What goes wrong here</title>
    <h1>What goes wrong here</h1>
    <p>For development. X itself has no such page.</p>
    <form method="post" action="/control">${buttons.join("")}</form></html>`;
}
