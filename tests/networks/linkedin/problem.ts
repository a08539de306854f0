/** An answer that is not a success, in LinkedIn's words. */
export class LinkedInProblem extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  constructor(status: number, body: Record<string, unknown>) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = { status, ...body };
  }
}

export function invalid(code: string, message: string): LinkedInProblem {
  return new LinkedInProblem(400, { code, message });
}

export function notFound(message: string): LinkedInProblem {
  return new LinkedInProblem(404, { code: "NOT_FOUND", message });
}

export function denied(what: string): LinkedInProblem {
  return new LinkedInProblem(403, {
    serviceErrorCode: 100,
    code: "ACCESS_DENIED",
    message: `Not enough permissions to access: ${what}`,
  });
}

export function duplicateOf(urn: string): LinkedInProblem {
  const inputPath = { fieldPath: "commentary" };
  return new LinkedInProblem(422, {
    errorDetailType: "com.linkedin.common.error.BadRequest",
    message: `Error from the post service. Content is a duplicate of ${urn}`,
    errorDetails: {
      inputErrors: [
        {
          description: "Duplicate post is detected",
          input: { inputPath },
          code: "DUPLICATE_POST",
        },
      ],
    },
  });
}

/** Of the form that trades tokens. */
export function oauthProblem(status: number, error: string, words: string): LinkedInProblem {
  return new LinkedInProblem(status, { error, error_description: words });
}
