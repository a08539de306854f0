import { showAccount } from "../accounts/show-account.ts";
import type { Context } from "../kernel/context.ts";
import { notify } from "./notify.ts";

const kinds = { needs_reconnect: "reconnect", out_of_credit: "out-of-credit" } as const;

/** Notifies that nothing can be sent on an account until a person acts; not if the account works again. */
export async function notifyOfAccount(
  ctx: Context,
  accountId: string,
  eventId: string,
): Promise<void> {
  const { state } = await showAccount(ctx, accountId);
  if (state === "needs_reconnect" || state === "out_of_credit")
    await notify(ctx, { kind: kinds[state], eventId, accountId });
}
