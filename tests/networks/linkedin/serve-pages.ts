import type { ServerResponse } from "node:http";

import type { Received } from "../stand-in/serve.ts";
import { act, type Act } from "./acting.ts";
import { serveControl } from "./control.ts";
import { authorizePage, homePage, postPage, refusalPage } from "./pages.ts";
import { answer, send, show } from "./sending.ts";
import type { State } from "./server.ts";

/** What a person sees in a browser. */
export function servePages(state: State, received: Received, response: ServerResponse): void {
  const { url, method } = received;
  const path = decodeURIComponent(url.pathname);
  const post = /^\/feed\/update\/(urn:li:\w+:\d+)\/?$/.exec(path)?.[1];
  if (path === "/oauth/v2/authorization") return authorize(state, received, response);
  if (path === "/control") return serveControl(state, received, response);
  if (path === "/act" && method === "POST") return play(state, received, response);
  if (post) return show(response, postPage(state.world, post));
  return path === "/" ? show(response, homePage(state.world)) : answer(response, 404, {});
}

function authorize(state: State, { url, method, bytes }: Received, response: ServerResponse): void {
  const { world, oauth } = state;
  const form = new URLSearchParams(bytes.toString());
  const query = method === "GET" ? url.searchParams : form;
  const problem = oauth.problemOf(query);
  if (problem && "page" in problem) return show(response, refusalPage(problem.page), 400);
  if (problem && method === "GET") return show(response, refusalPage(problem.words));
  if (problem) return send(response, oauth.refuse(query, problem.error, problem.words));
  if (method === "GET") return show(response, authorizePage(query, world.members));
  if (form.get("decision") !== "allow")
    return send(response, oauth.refuse(query, "user_cancelled_authorize", "The user cancelled"));
  return send(response, oauth.allow(query, actorOf(state, form).id));
}

function play(state: State, { bytes }: Received, response: ServerResponse): void {
  const form = new URLSearchParams(bytes.toString());
  const [on, text] = [form.get("on") ?? "", form.get("text") ?? ""];
  const what = { do: form.get("do"), on, text, page: state.page } as Act;
  act(state.world, actorOf(state, form), what);
  return send(response, on ? `/feed/update/${on}/` : "/");
}

function actorOf({ world, owner }: State, form: URLSearchParams) {
  return world.members.find(({ id }) => id === form.get("as")) ?? owner;
}
