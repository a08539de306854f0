/** An answer that is not a success, with X's own words. */
export class XProblem extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  constructor(status: number, body: Record<string, unknown>) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}

export function forbidden(detail: string): XProblem {
  return new XProblem(403, { title: "Forbidden", status: 403, type: "about:blank", detail });
}

export function unauthorized(): XProblem {
  const said = { title: "Unauthorized", type: "about:blank", status: 401, detail: "Unauthorized" };
  return new XProblem(401, said);
}

export function invalid(message: string, parameters: Record<string, string[]> = {}): XProblem {
  return new XProblem(400, {
    errors: [{ parameters, message }],
    title: "Invalid Request",
    detail: "One or more parameters to your request was invalid.",
    type: "https://api.x.com/2/problems/invalid-request",
  });
}

export function notFound(what: string, id: string) {
  return {
    value: id,
    detail: `Could not find ${what} with id: [${id}].`,
    title: "Not Found Error",
    resource_type: what,
    parameter: "id",
    resource_id: id,
    type: "https://api.x.com/2/problems/resource-not-found",
  };
}

export function creditsDepleted(): XProblem {
  return new XProblem(402, {
    account_id: 2036532529868496897n.toString(),
    title: "CreditsDepleted",
    detail:
      "Your enrolled account [2036532529868496897] does not have any credits to fulfill this request.",
    type: "https://api.twitter.com/2/problems/credits",
  });
}

export function tooMany(): XProblem {
  const said = "Too Many Requests";
  return new XProblem(429, { title: said, detail: said, type: "about:blank", status: 429 });
}

export function badToken(): XProblem {
  return new XProblem(400, {
    error: "invalid_request",
    error_description: "Value passed for the token was invalid.",
  });
}
