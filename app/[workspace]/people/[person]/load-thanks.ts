import { listRecognitions } from "#lib/advocacy/list-recognitions";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import type { Recognition } from "#lib/advocacy/shout-out";
import type { Context } from "#lib/kernel/context";

export interface Thanks {
  /** Newest first. */
  readonly recognitions: readonly Recognition[];
  /** A thank-you to them waits among the shout-outs. */
  readonly isSuggested: boolean;
}

export async function loadThanks(ctx: Context, personId: string): Promise<Thanks> {
  const [recognitions, shoutOuts] = await Promise.all([
    listRecognitions(ctx, personId),
    listShoutOuts(ctx),
  ]);
  return {
    recognitions,
    isSuggested: shoutOuts.suggestions.some(({ person }) => person.id === personId),
  };
}
