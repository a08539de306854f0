import { z } from "zod";

import { Forbidden, NotFound } from "../kernel/errors.ts";
import { refused, type Refused, type Result } from "../kernel/result.ts";

/** What every use case may refuse by throwing; the messages are `refusals.<refusal>`. */
export type ThrownRefusal = "invalid-input" | "not-allowed" | "not-found";

/**
 * Runs a use case for somebody who waits for an answer: an error that says what they did wrong becomes a
 * refusal; a bug stays an error.
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

/** Undefined for a bug. */
export function refusalOfError(error: unknown): Refused<ThrownRefusal> | undefined {
  if (error instanceof NotFound)
    return refused("not-found", { entity: error.entity, id: error.id });
  if (error instanceof Forbidden) return refused("not-allowed");
  if (error instanceof z.ZodError) return refusedField(error);
  return undefined;
}

/** Names the first field at fault, and of its rule what a sentence may say. */
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

/** The HTTP status of a refusal: 422 where the use case itself refused. */
export function httpStatusOf(refusal: string): number {
  return statuses[refusal] ?? 422;
}

const statuses: Readonly<Record<string, number>> = {
  "invalid-input": 400,
  "signed-out": 401,
  "not-allowed": 403,
  "not-found": 404,
  "image-too-large": 413,
  "csv-too-large": 413,
  "too-many-attempts": 429,
  "too-many-previews": 429,
};

/** The exit code of a command that was refused, whatever refused it. */
export const refusedExitCode = 1;
