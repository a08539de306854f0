import type { OAuthResponseError } from "@atproto/oauth-client-node";

import { HttpFailure } from "../../../kernel/ports.ts";
import { excerpt } from "../../kit/response-text.ts";

/** The original error below the wrapped errors of the OAuth library. */
export interface Cause {
  readonly transport: HttpFailure | undefined;
  /** The server's error answer, if there was one. */
  readonly answer: { status: number; error: string | undefined } | undefined;
  readonly detail: string;
}

export function causeOf(error: unknown): Cause {
  const chain = chainOf(error);
  const response = chain.find(isServersAnswer);
  return {
    transport: chain.find((one) => one instanceof HttpFailure),
    answer: response && { status: response.status, error: response.error },
    detail: excerpt(wordsOf(chain)),
  };
}

/** Checks the properties, because `instanceof` would load the whole library even if nobody uses OAuth. */
function isServersAnswer(error: Error): error is OAuthResponseError {
  return "payload" in error && "response" in error;
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  let next = error;
  while (next instanceof Error && chain.length < 10) {
    chain.push(next);
    next = next.cause;
  }
  return chain;
}

/** Joins the messages of an error chain, outermost first, without repetitions. */
function wordsOf(chain: readonly Error[]): string {
  const words = chain.map(({ message }) => message.trim()).filter(Boolean);
  return [...new Set(words)].join(": ") || "The server did not say why.";
}
