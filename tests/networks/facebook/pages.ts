import type { ServerResponse } from "node:http";

import { controlPage, happen, type Mishaps } from "../stand-in/control-page.ts";
import type { Received } from "../stand-in/serve.ts";
import type { State } from "./server.ts";
import { addComment, nameOf, postOf } from "./world.ts";

/** Who is signed in on Facebook, and whether they allow what is asked. */
export function authorizePage(
  { oauth, world, owner }: State,
  { method, url, bytes }: Received,
  response: ServerResponse,
): void {
  const form = new URLSearchParams(bytes.toString());
  const query = method === "GET" ? url.searchParams : form;
  const problem = oauth.problemOf(query);
  if (problem) return show(response, `<h1>Sorry</h1><p>${escaped(problem)}</p>`, 400);
  if (method !== "GET") {
    const person = world.people.find(({ id }) => id === form.get("as")) ?? owner;
    const isAllowed = form.get("decision") === "allow";
    const location = isAllowed ? oauth.allow(query, person.id) : oauth.deny(query);
    return void response.writeHead(303, { location }).end();
  }
  const hidden = [...query].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  show(
    response,
    `<h1>Facebook</h1><p>Shoutloop asks for: ${escaped(query.get("scope") ?? "")}</p>
    <form method="post">${hidden.join("")}<label>Signed in as <select name="as">${names(world.people)}</select></label>
    <button name="decision" value="allow">Continue</button>
    <button name="decision" value="deny">Cancel</button></form>`,
  );
}

const mishaps: Mishaps<State> = {
  lost: [
    "The next post goes out, and its answer is lost",
    ({ faults }) => faults.next("create-post", "reset-after"),
  ],
  refused: [
    "The next post is lost on the way there",
    ({ faults }) => faults.next("create-post", "reset-before"),
  ],
  limit: ["The next request is over the limit", ({ faults }) => faults.add("too-many")],
  revoked: ["The owner changes their password", ({ oauth, owner }) => oauth.forget(owner.id)],
};

/** What people see, and the page for development. */
export function servePages(
  state: State,
  { method, url, bytes }: Received,
  response: ServerResponse,
): void {
  if (url.pathname === "/control") {
    if (method === "POST") happen(mishaps, bytes, state);
    return show(response, controlPage("Facebook", mishaps));
  }
  if (url.pathname === "/act" && method === "POST") return play(state, bytes, response);
  if (url.pathname === "/") return show(response, homePage(state));
  show(response, "<h1>Not found</h1>", 404);
}

function play({ world }: State, bytes: Buffer, response: ServerResponse): void {
  const form = new URLSearchParams(bytes.toString());
  const person = world.people.find(({ id }) => id === form.get("as"));
  const on = postOf(world, form.get("on") ?? "");
  const text = form.get("text")?.trim();
  if (person && on && text) addComment(world, person, on.id, text);
  else if (person && on) on.likedBy.add(person.id);
  response.writeHead(303, { location: "/" }).end();
}

function homePage({ world }: State): string {
  const posts = world.posts
    .filter(({ isDeleted }) => !isDeleted)
    .map((post) => {
      const comments = world.comments.filter(({ postId }) => postId === post.id);
      const said = comments.map(
        ({ authorId, text }) => `<li>${escaped(nameOf(world, authorId))}: ${escaped(text)}</li>`,
      );
      return `<li><b>${escaped(nameOf(world, post.authorId))}</b> ${escaped(post.text)} (${post.likedBy.size})
        <ul>${said.join("")}</ul><form method="post" action="/act"><input type="hidden" name="on" value="${post.id}">
        <select name="as">${names(world.people)}</select> <input name="text" aria-label="Comment">
        <button>Comment, or like where nothing is written</button></form></li>`;
    });
  return `<h1>Facebook, for tests</h1><ul>${posts.join("")}</ul>
    <p><a href="/control">What goes wrong here</a></p>`;
}

function names(people: State["world"]["people"]): string {
  return people.map(({ id, name }) => `<option value="${id}">${escaped(name)}</option>`).join("");
}

function show(response: ServerResponse, html: string, status = 200): void {
  response
    .writeHead(status, { "content-type": "text/html; charset=utf-8" })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Facebook</title>${html}</html>`,
    );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
