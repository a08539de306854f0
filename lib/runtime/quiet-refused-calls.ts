import { currentActionCall } from "./action-calls.ts";

/**
 * Suppresses Next's error output for action calls that did not reach our code: their content is invalid input
 * from a client, which gets a 400 and must not fill the log.
 */
export function quietRefusedCalls(): void {
  // oxlint-disable-next-line no-console -- the way that Next writes its errors
  const write = console.error;
  // oxlint-disable-next-line no-console -- as above
  console.error = (...words: unknown[]) => {
    if (currentActionCall()?.state !== "unread") write(...words);
  };
}
