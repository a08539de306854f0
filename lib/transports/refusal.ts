import { z } from "zod";

import { Forbidden, NotFound } from "../kernel/errors.ts";
import { refused, type Refused, type Result } from "../kernel/result.ts";

/** Refusals that every use case may cause by throwing; the texts are `refusals.<refusal>`. */
export type ThrownRefusal = "invalid-input" | "not-allowed" | "not-found";

/**
 * Runs a use case and converts errors that the user can correct to refusals. Other errors are bugs and are
 * rethrown.
 */
export async function catchRefusals<Value, Refusal extends string>(
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | ThrownRefusal>> {
  try {
    return await work();
  } catch (error) {
    const thrown = refusalOfError(error);
    if (thrown) return thrown;
    throw error;
  }
}

/** Converts an error to a refusal; undefined for a bug. */
export function refusalOfError(error: unknown): Refused<ThrownRefusal> | undefined {
  if (error instanceof NotFound)
    return refused("not-found", { entity: error.entity, id: error.id });
  if (error instanceof Forbidden) return refused("not-allowed");
  if (error instanceof z.ZodError) return refusedField(error);
  return undefined;
}

/** Returns a refusal that names the first invalid field, with the values that its text may need. */
export function refusedField({ issues: [issue] }: z.ZodError): Refused<"invalid-input"> {
  const { minimum, maximum, values } = { minimum: 0, maximum: 0, values: [], ...issue };
  return refused("invalid-input", {
    field: issue?.path.join(".") || "?",
    code: issue?.code ?? "",
    least: Number(minimum),
    most: Number(maximum),
    known: values.join(", "),
  });
}

/** Returns the HTTP status of a refusal; 422 for refusals of the use case itself. */
export function httpStatusOf(refusal: string): number {
  return statuses[refusal] ?? 422;
}

const statuses: Readonly<Record<string, number>> = {
  "invalid-input": 400,
  "signed-out": 401,
  "not-allowed": 403,
  "not-found": 404,
  "image-too-large": 413,
  "video-larger-than-kept": 413,
  "csv-too-large": 413,
  "too-many-attempts": 429,
  "too-many-previews": 429,
};

/** Exit code of every refused command. */
export const refusedExitCode = 1;
