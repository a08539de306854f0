import type { ServerResponse } from "node:http";

import type { Received } from "../stand-in/serve.ts";
import { act, type Act } from "./acting.ts";
import { serveControl } from "./control.ts";
import { authorizePage, composerPage, homePage, postPage, refusalPage } from "./pages.ts";
import { answer, send, show } from "./sending.ts";
import type { State } from "./server.ts";

/** What a person sees in a browser. */
export function servePages(state: State, received: Received, response: ServerResponse): void {
  const { world } = state;
  const { url, request } = received;
  const status = /^\/\w+\/status\/(\d+)$/.exec(url.pathname)?.[1];
  if (url.pathname === "/i/oauth2/authorize") return authorize(state, received, response);
  if (url.pathname === "/intent/post")
    return show(response, composerPage(url.searchParams, world.people));
  if (url.pathname === "/control") return serveControl(state, received, response);
  if (url.pathname === "/act" && request.method === "POST") return play(state, received, response);
  if (status) return show(response, postPage(world, status));
  return url.pathname === "/" ? show(response, homePage(world)) : answer(response, 404, {});
}

function authorize(
  state: State,
  { url, request, bytes }: Received,
  response: ServerResponse,
): void {
  const { world, oauth } = state;
  const isRead = request.method === "GET";
  const form = new URLSearchParams(bytes.toString());
  const query = isRead ? url.searchParams : form;
  const problem = oauth.problemOf(query);
  if (problem) return show(response, refusalPage(problem), 400);
  if (isRead) return show(response, authorizePage(query, world.people));
  const isAllowed = form.get("decision") === "allow";
  return send(
    response,
    isAllowed ? oauth.allow(query, actorOf(state, form).id) : oauth.deny(query),
  );
}

function play(state: State, { bytes }: Received, response: ServerResponse): void {
  const form = new URLSearchParams(bytes.toString());
  const person = actorOf(state, form);
  const [on, text] = [form.get("on") ?? "", form.get("text") ?? ""];
  const made = act(state.world, person, { do: form.get("do") as Act["do"], on, text });
  return send(response, made ? `/${person.username}/status/${made}` : "/");
}

function actorOf({ world, brand }: State, form: URLSearchParams) {
  return world.people.find(({ username }) => username === form.get("as")) ?? brand;
}
