import { currentActionCall } from "./action-calls.ts";

/**
 * Next writes the stack of whatever it cannot read into the log. Of an action that no code of ours has been reached
 * by, that is what a stranger sent: they are told (400), and the log is not theirs to fill.
 */
export function quietRefusedCalls(): void {
  // oxlint-disable-next-line no-console -- the way that Next writes its errors
  const write = console.error;
  // oxlint-disable-next-line no-console -- as above
  console.error = (...words: unknown[]) => {
    if (currentActionCall()?.state !== "unread") write(...words);
  };
}
