import { showRememberedAnswers } from "#lib/accounts/show-remembered-answers";
import type { Context } from "#lib/kernel/context";
import { networks } from "#lib/networks/registry";

import type { ConnectEntry } from "./connect-entry.ts";

/** For the forms of the networks that have a page of their own. */
export async function remembered(ctx: Context): Promise<ConnectEntry["remembered"]> {
  const answers = networks.flatMap(({ network, authorization }) =>
    authorization
      ? [showRememberedAnswers(ctx, network, authorization.fields).then((one) => [network, one])]
      : [],
  );
  return Object.fromEntries(await Promise.all(answers));
}
