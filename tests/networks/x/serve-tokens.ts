import type { ServerResponse } from "node:http";

import { failAfter, failBefore } from "../stand-in/faults.ts";
import type { Received } from "../stand-in/serve.ts";
import { XProblem } from "./problem.ts";
import { answer, faultWords } from "./sending.ts";
import type { State } from "./server.ts";

export async function serveTokens(
  { oauth, faults }: State,
  { url, request, bytes }: Received,
  response: ServerResponse,
): Promise<void> {
  const isToken = url.pathname === "/2/oauth2/token";
  const fault = faults.take(isToken ? "token" : "revoke");
  if (await failBefore(fault, response, faultWords)) return;
  const isForm = /^application\/x-www-form-urlencoded\b/.test(
    request.headers["content-type"] ?? "",
  );
  if (request.method !== "POST" || !isForm)
    return answer(response, 400, { error: "invalid_request", error_description: "Not a form." });
  try {
    const form = new URLSearchParams(bytes.toString());
    const { authorization } = request.headers;
    const body = isToken ? oauth.token(form, authorization) : oauth.revoke(form, authorization);
    if (failAfter(fault, response, faultWords)) return;
    return answer(response, 200, body);
  } catch (error) {
    if (!(error instanceof XProblem)) throw error;
    return answer(response, error.status, error.body);
  }
}
