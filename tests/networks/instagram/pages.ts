import type { ServerResponse } from "node:http";

import { controlPage, happen, type Mishaps } from "../stand-in/control-page.ts";
import type { Received } from "../stand-in/serve.ts";
import type { State } from "./server.ts";
import { addPost, personOf, postOf } from "./world.ts";

const lookup = { "content-type": "text/html; charset=utf-8" };

/** Who is signed in on Instagram, and whether they allow what is asked. */
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
    `<h1>Instagram</h1><p>Shoutloop asks for: ${escaped(query.get("scope") ?? "")}</p>
    <form method="post">${hidden.join("")}<label>Signed in as <select name="as">${people.join("")}</select></label>
    <button name="decision" value="allow">Continue</button>
    <button name="decision" value="deny">Cancel</button></form>`,
  );
}

const mishaps: Mishaps<State> = {
  lost: [
    "The next post goes out, and its answer is lost",
    ({ faults }) => faults.next("publish", "reset-after"),
  ],
  refused: [
    "The next post is lost on the way there",
    ({ faults }) => faults.next("publish", "reset-before"),
  ],
  limit: ["The next request is over the limit", ({ faults }) => faults.add("too-many")],
  revoked: ["The brand takes its permission back", ({ oauth, brand }) => oauth.forget(brand.id)],
  slow: ["Pictures take a minute", ({ settings }) => void (settings.processingMs = 60_000)],
};

/** What people see, and the page for development. */
export function servePages(
  state: State,
  { method, url, bytes }: Received,
  response: ServerResponse,
): void {
  if (url.pathname === "/control") {
    if (method === "POST") happen(mishaps, bytes, state);
    return show(response, controlPage("Instagram", mishaps));
  }
  if (url.pathname === "/act" && method === "POST") return play(state, bytes, response);
  if (url.pathname === "/") return show(response, homePage(state));
  show(response, "<h1>Not found</h1>", 404);
}

function play(state: State, bytes: Buffer, response: ServerResponse): void {
  const form = new URLSearchParams(bytes.toString());
  const { world } = state;
  const person = world.people.find(({ username }) => username === form.get("as"));
  const on = postOf(world, form.get("on") ?? "");
  const text = form.get("text")?.trim();
  if (person && text) addPost(world, person, { text, replyTo: on?.id });
  else if (on) on.likes += 1;
  response.writeHead(303, { location: "/" }).end();
}

function homePage({ world }: State): string {
  const people = world.people.map(({ username }) => `<option>${escaped(username)}</option>`);
  const posts = world.posts
    .filter(({ isDeleted }) => !isDeleted)
    .map(
      ({ id, authorId, text, likes }) => `<li><b>@${escaped(personOf(world, authorId).username)}</b>
        ${escaped(text)} (${likes})
        <form method="post" action="/act"><input type="hidden" name="on" value="${id}">
        <select name="as">${people.join("")}</select> <input name="text" aria-label="Reply">
        <button>Reply, or like where nothing is written</button></form></li>`,
    );
  return `<h1>Instagram, for tests</h1><form method="post" action="/act"><select name="as">${people.join("")}</select>
    <input name="text" aria-label="Post"><button>Post</button></form><ul>${posts.join("")}</ul>
    <p><a href="/control">What goes wrong here</a></p>`;
}

function show(response: ServerResponse, html: string, status = 200): void {
  response
    .writeHead(status, lookup)
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Instagram</title>${html}</html>`,
    );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
