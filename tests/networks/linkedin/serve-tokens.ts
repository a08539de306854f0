import type { ServerResponse } from "node:http";

import { failAfter, failBefore } from "../stand-in/faults.ts";
import type { Received } from "../stand-in/serve.ts";
import { LinkedInProblem } from "./problem.ts";
import { answer, faultWords } from "./sending.ts";
import type { State } from "./server.ts";

/** Nothing but a form, with who the app is in it. */
export async function serveTokens(
  { oauth, faults }: State,
  { url, method, request, bytes }: Received,
  response: ServerResponse,
): Promise<void> {
  const isToken = url.pathname.endsWith("accessToken");
  const fault = faults.take(isToken ? "token" : "revoke");
  if (await failBefore(fault, response, faultWords)) return;
  const isForm = request.headers["content-type"] === "application/x-www-form-urlencoded";
  if (method !== "POST" || !isForm || request.headers.authorization)
    return answer(response, 400, { error: "invalid_request", error_description: "Not a form" });
  try {
    const form = new URLSearchParams(bytes.toString());
    const body = isToken ? oauth.token(form) : oauth.revoke(form);
    if (failAfter(fault, response, faultWords)) return;
    return answer(response, 200, body);
  } catch (error) {
    if (!(error instanceof LinkedInProblem)) throw error;
    const { status: _status, ...said } = error.body;
    return answer(response, error.status, said);
  }
}
