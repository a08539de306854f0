import type { IncomingMessage, ServerResponse } from "node:http";

import { afterCarryingOut, beforeCarryingOut } from "./faults.ts";
import { notFound, XProblem } from "./problem.ts";
import { routes, type Call, type Route } from "./routes.ts";
import { answer, spoil, type Received } from "./sending.ts";
import type { State } from "./server.ts";
import type { Checked } from "./specification.ts";
import { personOf } from "./world.ts";

export async function serveApi(
  state: State,
  received: Received,
  response: ServerResponse,
): Promise<void> {
  const { url, request } = received;
  const route = routes.find(
    ({ method, path }) => method === request.method && path.test(url.pathname),
  );
  if (!route) return answer(response, 404, notFound("path", url.pathname));
  const fault = state.faults.take(route.name);
  const spoiled = await beforeCarryingOut(fault);
  if (spoiled) return spoil(response, spoiled);
  const headers: Record<string, string> = {};
  try {
    const body = await carryOut(state, route, received, headers);
    const after = afterCarryingOut(fault);
    if (after) return spoil(response, after);
    return answer(response, route.status ?? 200, body, headers);
  } catch (error) {
    if (!(error instanceof XProblem)) throw error;
    return answer(response, error.status, error.body, headers);
  }
}

/** Fills in the headers of the answer on the way. */
async function carryOut(
  state: State,
  route: Route,
  { url, request, bytes }: Received,
  headers: Record<string, string>,
): Promise<unknown> {
  const { authorization } = request.headers;
  const us = personOf(state.world, state.oauth.personIdOf(authorization, route.scope));
  state.meter.count(us.id, route.name, headers);
  const json = jsonOf(request, bytes);
  const form = () => formOf(request, bytes);
  const checked = await checkedOf(request, url, json, form);
  const complaints = state.specification?.complaintsAbout(checked) ?? [];
  state.complaints.push(...complaints);
  if (complaints.length > 0) throw new XProblem(400, { detail: complaints.join("; ") });
  const id = route.path.exec(url.pathname)?.[1] ?? "";
  const call: Call = { ...state, us, id, query: url.searchParams, json: json ?? {}, form };
  const body = await route.answer(call);
  const status = route.status ?? 200;
  state.complaints.push(
    ...(state.specification?.complaintsAboutAnswer(checked, status, body) ?? []),
  );
  return body;
}

async function checkedOf(
  request: IncomingMessage,
  url: URL,
  json: Record<string, unknown> | undefined,
  form: () => Promise<FormData>,
): Promise<Checked> {
  const isForm = request.headers["content-type"]?.startsWith("multipart/form-data");
  const entries = isForm ? [...(await form())] : [];
  const body = isForm
    ? Object.fromEntries(
        entries.map(([name, value]) => [
          name,
          typeof value === "string" ? (/^\d+$/.test(value) ? Number(value) : value) : "bytes",
        ]),
      )
    : json;
  return {
    method: request.method ?? "GET",
    path: url.pathname + url.search,
    body,
    headers: {
      "content-type": isForm ? "multipart/form-data" : "application/json",
      authorization: request.headers.authorization ?? "",
    },
  };
}

function jsonOf(request: IncomingMessage, bytes: Buffer): Record<string, unknown> | undefined {
  if (!request.headers["content-type"]?.startsWith("application/json")) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new XProblem(400, { title: "Invalid Request", detail: "The body is not JSON." });
  }
}

function formOf(request: IncomingMessage, bytes: Buffer): Promise<FormData> {
  const type = request.headers["content-type"] ?? "";
  return new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
}
