import { listAccounts } from "../accounts/list-accounts.ts";
import type { Translate } from "../i18n/translator.ts";
import type { Context } from "../kernel/context.ts";
import type { HandNote } from "../posts/hand-notes.ts";

/** Describes which parts of a planned post a person has to send, and why; empty if there are none. */
export async function handNotesText(
  ctx: Context,
  tell: Translate,
  notes: readonly HandNote[],
): Promise<string> {
  if (notes.length === 0) return "";
  const accounts = await listAccounts(ctx);
  const lines = notes.map(({ accountId, part, partCount, reason: { code, name } }) => {
    const account = accounts.find(({ id }) => id === accountId);
    const network = account ? ctx.networks.get(account.network).label : "";
    const values = { network, account: account?.handle.replace(/^@/, "") ?? "", part };
    const what = tell(partCount > 1 ? "compose.byHandPart" : "compose.byHand", values);
    return `\n${what} ${tell(`delivery.byHand.${code}`, { network, name })}`;
  });
  return lines.join("");
}
