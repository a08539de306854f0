/** An error in Google's shape. */
export class GoogleProblem extends Error {
  readonly status: number;
  readonly body: object;
  constructor(code: number, status: string, message: string, details: readonly object[] = []) {
    super(message);
    this.status = code;
    this.body = { error: { code, message, status, ...(details.length > 0 && { details }) } };
  }
}

/** Of the token endpoint, which speaks OAuth. */
export class TokenProblem extends Error {
  readonly status: number;
  readonly body: object;
  constructor(error: string, words: string, status = 400) {
    super(words);
    this.status = status;
    this.body = { error, error_description: words };
  }
}

export function invalid(message: string): GoogleProblem {
  return new GoogleProblem(400, "INVALID_ARGUMENT", message);
}

export function notFound(): GoogleProblem {
  return new GoogleProblem(404, "NOT_FOUND", "Requested entity was not found.");
}

export function unauthenticated(): GoogleProblem {
  const message = "Request had invalid authentication credentials.";
  return new GoogleProblem(401, "UNAUTHENTICATED", message);
}

/** What an app is told that Google has not let in: it may ask nothing a minute. */
export function noQuota(): GoogleProblem {
  const type = "type.googleapis.com/google.rpc.ErrorInfo";
  const metadata = { quota_limit: "defaultPerMinutePerProject", quota_limit_value: "0" };
  const info = { "@type": type, reason: "RATE_LIMIT_EXCEEDED", metadata };
  return new GoogleProblem(429, "RESOURCE_EXHAUSTED", "Quota exceeded.", [info]);
}
