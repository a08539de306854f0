/** An error in Meta's shape. */
export class GraphProblem extends Error {
  readonly status: number;
  readonly body: object;
  readonly headers: Record<string, string>;
  constructor(
    status: number,
    error: { readonly code: number; readonly message: string; readonly error_subcode?: number },
    headers: Record<string, string> = {},
  ) {
    super(error.message);
    this.status = status;
    this.headers = headers;
    const about = { type: "OAuthException", fbtrace_id: "AbCdEf" };
    this.body = { error: { ...about, ...error } };
  }
}

export function badParameter(message: string): GraphProblem {
  return new GraphProblem(400, { code: 100, message });
}

export function noSuchObject(id: string): GraphProblem {
  const message = `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`;
  return new GraphProblem(400, { code: 100, error_subcode: 33, message });
}

export function notAllowed(permission: string): GraphProblem {
  const message = `Application does not have permission for this action (${permission})`;
  return new GraphProblem(400, { code: 10, message });
}

export function badToken(message: string, subcode: number): GraphProblem {
  return new GraphProblem(400, { code: 190, error_subcode: subcode, message });
}
