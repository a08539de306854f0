import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import type {
  ConnectOutcome,
  OfferedAccount,
  OpenedAccount,
} from "../networks/contract/connect-outcome.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { AccountRow } from "./account.ts";
import { connectFailure } from "./connect-failure.ts";
import { isAnother, refuseAnother } from "./refuse-another.ts";

/** The result of a sign-in: one account, or several from which a person has to choose. */
export type Accepted =
  | { readonly kind: "one"; readonly account: OpenedAccount }
  | ({ readonly kind: "several" } & Offers);

/** The offered accounts in display order. `hasMore` is true if the network has more than were read. */
export interface Offers {
  readonly offered: readonly OfferedAccount[];
  readonly hasMore: boolean;
}

/**
 * Checks what a sign-in opened. With `expected`, only that account is accepted, and any others are ignored.
 */
export async function acceptOutcome(
  ctx: Context,
  connector: Connector,
  outcome: ConnectOutcome,
  expected: AccountRow | undefined,
): Promise<Result<Accepted, "connect-failed" | "another-account">> {
  if (outcome.kind === "refused") return connectFailure(connector, outcome);
  const opened = outcome.kind === "connected" ? [outcome] : outcome.accounts;
  const meant = expected
    ? opened.filter((account) => !isAnother(expected, connector, account))
    : opened;
  const [first] = meant;
  if (!first) {
    const [other] = opened;
    return expected && other
      ? refuseAnother(ctx, connector, expected, other)
      : connectFailure(connector, { kind: "refused", code: "nothing-there", detail: "" });
  }
  const usable = meant.filter((account: OfferedAccount) => !account.unusable);
  if (usable.length === 0) {
    const { unusable = "nothing-there", handle }: OfferedAccount = first;
    return connectFailure(connector, { kind: "refused", code: unusable, detail: handle });
  }
  if (meant.length === 1) return ok({ kind: "one", account: first });
  return ok({ kind: "several", offered: meant, hasMore: hasMoreIn(outcome) });
}

function hasMoreIn(outcome: ConnectOutcome): boolean {
  return outcome.kind === "choice" && outcome.hasMore === true;
}
