/** An error in Pinterest's shape. */
export class PinterestProblem extends Error {
  readonly status: number;
  readonly body: object;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.body = { code, message };
  }
}

export function invalid(message: string): PinterestProblem {
  return new PinterestProblem(400, 1, message);
}

export function unauthorized(message = "Authentication failed."): PinterestProblem {
  return new PinterestProblem(401, 2, message);
}

export function notFound(message: string): PinterestProblem {
  return new PinterestProblem(404, 50, message);
}

/** What the production host says to apps whose access is a trial. */
export function trialOnly(): PinterestProblem {
  return new PinterestProblem(
    403,
    29,
    "Apps with Trial access may not create Pins in production. Use the API Sandbox https://api-sandbox.pinterest.com instead.",
  );
}
