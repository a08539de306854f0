import type { ServerResponse } from "node:http";

import { controlPage, happen, type Mishaps } from "../stand-in/control-page.ts";
import type { Received } from "../stand-in/serve.ts";
import type { State } from "./server.ts";

/** Who is signed in on Pinterest, and whether they allow what is asked. */
export function authorizePage(
  { oauth, world, brand }: State,
  { method, url, bytes }: Received,
  response: ServerResponse,
): void {
  const form = new URLSearchParams(bytes.toString());
  const query = method === "GET" ? url.searchParams : form;
  const problem = oauth.problemOf(query);
  if (problem) return show(response, `<h1>Sorry</h1><p>${escaped(problem)}</p>`, 400);
  if (method !== "GET") {
    const person = world.people.find(({ username }) => username === form.get("as")) ?? brand;
    const isAllowed = form.get("decision") === "allow";
    const location = isAllowed ? oauth.allow(query, person.id) : oauth.deny(query);
    return void response.writeHead(303, { location }).end();
  }
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const people = world.people.map(({ username }) => `<option>${escaped(username)}</option>`);
  show(
    response,
    `<h1>Pinterest</h1><p>Shoutloop asks for: ${escaped(query.get("scope") ?? "")}</p>
    <form method="post">${hidden.join("")}<label>Signed in as <select name="as">${people.join("")}</select></label>
    <button name="decision" value="allow">Give access</button>
    <button name="decision" value="deny">Cancel</button></form>`,
  );
}

const mishaps: Mishaps<State> = {
  lost: [
    "The next pin is made, and its answer is lost",
    ({ faults }) => faults.next("make-pin", "reset-after"),
  ],
  refused: [
    "The next pin is lost on the way there",
    ({ faults }) => faults.next("make-pin", "reset-before"),
  ],
  lag: [
    "The list of pins lags half an hour",
    ({ settings }) => void (settings.listingLagMs = 1_800_000),
  ],
  limit: ["The next request is over the limit", ({ faults }) => faults.add("too-many")],
  revoked: ["The brand takes its permission back", ({ oauth, brand }) => oauth.forget(brand.id)],
  trial: ["The app is in trial", ({ settings }) => void (settings.isTrial = true)],
  standard: ["The app has standard access", ({ settings }) => void (settings.isTrial = false)],
};

/** What people see, and the page for development. */
export function servePages(
  state: State,
  { method, url, bytes }: Received,
  response: ServerResponse,
): void {
  if (url.pathname === "/control") {
    if (method === "POST") happen(mishaps, bytes, state);
    return show(response, controlPage("Pinterest", mishaps));
  }
  const pins = state.world.pins
    .filter(({ isDeleted }) => !isDeleted)
    .map(
      ({ id, boardId, title, description, link, pictures }) =>
        `<li id="${id}"><b>${escaped(title)}</b> ${escaped(description)} (${pictures}, on ${boardId}) ${escaped(link)}</li>`,
    );
  if (url.pathname === "/" || url.pathname.startsWith("/pin/"))
    return show(
      response,
      `<h1>Pinterest, for tests</h1><ul>${pins.join("")}</ul><p><a href="/control">What goes wrong here</a></p>`,
    );
  show(response, "<h1>Not found</h1>", 404);
}

function show(response: ServerResponse, html: string, status = 200): void {
  response
    .writeHead(status, { "content-type": "text/html; charset=utf-8" })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pinterest</title>${html}</html>`,
    );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
