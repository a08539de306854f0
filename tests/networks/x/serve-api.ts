import type { IncomingMessage, ServerResponse } from "node:http";

import { failAfter, failBefore } from "../stand-in/faults.ts";
import { fieldsOf } from "../stand-in/multipart.ts";
import type { Received } from "../stand-in/serve.ts";
import type { Checked, Specification } from "../stand-in/specification.ts";
import { notFound, XProblem } from "./problem.ts";
import { routes, type Call, type Route } from "./routes.ts";
import { answer, faultWords } from "./sending.ts";
import type { State } from "./server.ts";
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
  if (await failBefore(fault, response, faultWords)) return;
  const headers: Record<string, string> = {};
  try {
    const body = await carryOut(state, route, received, headers);
    if (failAfter(fault, response, faultWords)) return;
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
  received: Received,
  headers: Record<string, string>,
): Promise<unknown> {
  const { url, request, bytes } = received;
  const { authorization } = request.headers;
  const us = personOf(state.world, state.oauth.personIdOf(authorization, route.scope));
  state.meter.count(us.id, route.name, headers);
  const json = parseJson(request, bytes);
  const form = fieldsOf(request.headers["content-type"] ?? "", bytes);
  const checked = checkedOf(received, json, form);
  const complaints = complaintsOf(state, ({ complaintsAbout }) => complaintsAbout(checked));
  if (complaints.length > 0) throw new XProblem(400, { detail: complaints.join("; ") });
  const id = route.path.exec(url.pathname)?.[1] ?? "";
  const call: Call = { ...state, us, id, query: url.searchParams, json: json ?? {}, form };
  const body = await route.answer(call);
  complaintsOf(state, (all) => all.complaintsAboutAnswer(checked, route.status ?? 200, body));
  return body;
}

/** Kept for the test to read, too. */
function complaintsOf(state: State, ask: (specification: Specification) => string[]): string[] {
  const complaints = state.specification ? ask(state.specification) : [];
  state.complaints.push(...complaints);
  return complaints;
}

function checkedOf(
  { url, request }: Received,
  json: Record<string, unknown> | undefined,
  form: ReadonlyMap<string, Buffer>,
): Checked {
  const isForm = form.size > 0;
  return {
    method: request.method ?? "GET",
    path: url.pathname + url.search,
    body: isForm ? Object.fromEntries([...form].map(readable)) : json,
    headers: {
      "content-type": isForm ? "multipart/form-data" : "application/json",
      authorization: request.headers.authorization ?? "",
    },
  };
}

/** Numbers and bytes, as the specification has them. */
function readable([name, bytes]: [string, Buffer]): [string, number | string] {
  return [name, name === "segment_index" ? Number(bytes.toString()) : "bytes"];
}

function parseJson(request: IncomingMessage, bytes: Buffer): Record<string, unknown> | undefined {
  if (!request.headers["content-type"]?.startsWith("application/json")) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new XProblem(400, { title: "Invalid Request", detail: "The body is not JSON." });
  }
}
