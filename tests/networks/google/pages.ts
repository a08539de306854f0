import type { ServerResponse } from "node:http";

import { controlPage, happen, type Mishaps } from "../stand-in/control-page.ts";
import type { Received } from "../stand-in/serve.ts";
import type { State } from "./server.ts";
import { addReview } from "./world.ts";

/** Who is signed in at Google, and whether they allow what is asked. */
export function authorizePage(
  { oauth, world, owner }: State,
  { method, url, bytes }: Received,
  response: ServerResponse,
): void {
  const form = new URLSearchParams(bytes.toString());
  const query = method === "GET" ? url.searchParams : form;
  const problem = oauth.problemOf(query);
  if (problem) return show(response, `<h1>Access blocked</h1><p>${escaped(problem)}</p>`, 400);
  if (method !== "GET") {
    const person = world.people.find(({ id }) => id === form.get("as")) ?? owner;
    const isAllowed = form.get("decision") === "allow";
    const location = isAllowed ? oauth.allow(query, person.id) : oauth.deny(query);
    return void response.writeHead(303, { location }).end();
  }
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const people = world.people.map(
    ({ id, name }) => `<option value="${id}">${escaped(name)}</option>`,
  );
  show(
    response,
    `<h1>Google</h1><p>Shoutloop asks to manage your business profiles.</p>
    <form method="post">${hidden.join("")}<label>Account <select name="as">${people.join("")}</select></label>
    <button name="decision" value="allow">Continue</button>
    <button name="decision" value="deny">Cancel</button></form>`,
  );
}

const mishaps: Mishaps<State> = {
  lost: [
    "The next post is made, and its answer is lost",
    ({ faults }) => faults.next("make-post", "reset-after"),
  ],
  refused: [
    "The next post is lost on the way there",
    ({ faults }) => faults.next("make-post", "reset-before"),
  ],
  lag: [
    "The list of posts lags half an hour",
    ({ settings }) => void (settings.listingLagMs = 1_800_000),
  ],
  limit: ["The next request is over the limit", ({ faults }) => faults.add("too-many")],
  revoked: ["The owner takes the permission back", ({ oauth, owner }) => oauth.forget(owner.id)],
  strict: ["Google rejects what is posted", ({ settings }) => void (settings.isStrict = true)],
};

/** What people see, where they review, and the page for development. */
export function servePages(
  state: State,
  { method, url, bytes }: Received,
  response: ServerResponse,
): void {
  if (url.pathname === "/control") {
    if (method === "POST") happen(mishaps, bytes, state);
    return show(response, controlPage("Google", mishaps));
  }
  if (url.pathname === "/review" && method === "POST") return review(state, bytes, response);
  if (url.pathname === "/") return show(response, homePage(state));
  show(response, "<h1>Not found</h1>", 404);
}

function review({ world }: State, bytes: Buffer, response: ServerResponse): void {
  const form = new URLSearchParams(bytes.toString());
  const place = world.places.find(({ id }) => id === form.get("place"));
  const name = form.get("name")?.trim() || undefined;
  if (place) addReview(world, place, name, Number(form.get("stars")), form.get("text") ?? "");
  response.writeHead(303, { location: "/" }).end();
}

function homePage({ world }: State): string {
  const places = world.places.map(
    ({
      id,
      title,
    }) => `<h2>${escaped(title)}</h2><ul>${listed(world.posts.filter(({ placeId, isDeleted }) => placeId === id && !isDeleted).map(({ summary }) => summary))}
      ${listed(world.reviews.filter(({ placeId }) => placeId === id).map(({ by, stars, comment, reply }) => `${by ?? "A Google user"}: ${stars} ${comment} — ${reply ?? ""}`))}</ul>
      <form method="post" action="/review"><input type="hidden" name="place" value="${id}">
      <input name="name" aria-label="Name"><input name="stars" type="number" min="1" max="5" value="5" aria-label="Stars">
      <input name="text" aria-label="Review"><button>Review</button></form>`,
  );
  return `<h1>Google, for tests</h1>${places.join("")}<p><a href="/control">What goes wrong here</a></p>`;
}

function listed(texts: readonly string[]): string {
  return texts.map((text) => `<li>${escaped(text)}</li>`).join("");
}

function show(response: ServerResponse, html: string, status = 200): void {
  response
    .writeHead(status, { "content-type": "text/html; charset=utf-8" })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Google</title>${html}</html>`,
    );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
