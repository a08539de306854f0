import type { IncomingMessage, ServerResponse } from "node:http";

import type { z } from "zod";

import { failAfter, failBefore } from "../stand-in/faults.ts";
import type { Received } from "../stand-in/serve.ts";
import { readAddress, type Address } from "./address.ts";
import { invalid, LinkedInProblem, notFound } from "./problem.ts";
import type { Answer, Route } from "./route.ts";
import { routes } from "./routes.ts";
import { answer, faultWords } from "./sending.ts";
import type { State } from "./server.ts";
import { checkVersion } from "./versions.ts";

export async function serveApi(
  state: State,
  received: Received,
  response: ServerResponse,
): Promise<void> {
  const { request, method } = received;
  const path = pathOf(request);
  const route = routes.find((one) => one.method === method && one.path.test(path));
  const isUpload = method === "PUT" && path.startsWith("/dms-uploads/");
  const fault = state.faults.take(route?.name ?? (isUpload ? "upload" : path));
  if (await failBefore(fault, response, faultWords)) return;
  const carried = refusedOr(() =>
    isUpload ? takeUpload(state, received) : carryOut(state, route, received),
  );
  if (failAfter(fault, response, faultWords)) return;
  return answer(response, carried.status, carried.body, carried.headers);
}

function pathOf({ url = "" }: IncomingMessage): string {
  return url.split("?")[0] ?? "";
}

/** The answer that refuses may get lost, too. */
function refusedOr(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LinkedInProblem)) throw error;
    return { status: error.status, body: error.body };
  }
}

function takeUpload({ oauth, media }: State, { request, url, bytes }: Received): Answer {
  oauth.grantOf(request.headers.authorization);
  media.put(url.pathname.split("/")[2] ?? "", bytes);
  return { status: 201 };
}

function carryOut(state: State, route: Route | undefined, received: Received): Answer {
  const { request, bytes } = received;
  const { memberId, scopes } = state.oauth.grantOf(request.headers.authorization);
  const us = state.world.members.find(({ id }) => id === memberId);
  if (!us) throw new Error(`Nobody is ${memberId}.`);
  const address = readAddress(request.url ?? "");
  if (!route) throw notFound(`No resource at ${address.path}`);
  if (!route.isUnversioned) checkHeaders(state, route, request);
  count(state, memberId, route.name);
  const body = bytes.length > 0 ? bodyOf(request, bytes) : undefined;
  if (route.takes) check(state, `${route.name} takes`, route.takes, body);
  const carried = route.answer({
    ...state,
    us,
    scopes,
    address,
    names: namesIn(route, address),
    body,
    origin: `http://${request.headers.host}`,
  });
  if (route.gives) note(state, `${route.name} gives`, route.gives, carried.body);
  return carried;
}

function namesIn({ path }: Route, address: Address): string[] {
  return (path.exec(address.path) ?? []).slice(1).map((name) => decodeURIComponent(name));
}

function checkHeaders({ world }: State, { restli }: Route, { headers }: IncomingMessage): void {
  checkVersion(textOf(headers["linkedin-version"]), world.now());
  if (headers["x-restli-protocol-version"] !== "2.0.0")
    throw invalid("PROTOCOL", "X-Restli-Protocol-Version must be 2.0.0");
  if (restli && headers["x-restli-method"] !== restli)
    throw invalid("METHOD", `X-RestLi-Method must be ${restli}`);
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** A member's day is UTC's, and no header tells how much of it is left. */
function count({ limits, counts, world }: State, memberId: string, route: string): void {
  const key = `${memberId} ${world.now().toISOString().slice(0, 10)} ${route}`;
  counts[key] = (counts[key] ?? 0) + 1;
  if (counts[key] > (limits[route] ?? Infinity))
    throw new LinkedInProblem(429, { ...faultWords.tooMany.body });
}

function bodyOf(request: IncomingMessage, bytes: Buffer): unknown {
  if (!request.headers["content-type"]?.startsWith("application/json"))
    throw invalid("CONTENT_TYPE", "The body must be JSON");
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw invalid("BODY", "The body is not JSON");
  }
}

function check(state: State, what: string, shape: z.ZodType, value: unknown): void {
  const words = note(state, what, shape, value);
  if (words !== undefined) throw invalid("UNPERMITTED_FIELDS", words);
}

/** Kept for the test to read, too. */
function note(
  { complaints }: State,
  what: string,
  shape: z.ZodType,
  value: unknown,
): string | undefined {
  const { success, error } = shape.safeParse(value);
  if (success) return undefined;
  complaints.push(`${what}: ${error.message}`);
  return error.message;
}
