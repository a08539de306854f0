import type { Command } from "commander";

import { showSpending } from "../../spending/show-spending.ts";
import type { CommandContext } from "../command-context.ts";
import { table } from "../table.ts";

export function addSpendingCommand(program: Command, { tell, inWorkspace }: CommandContext): void {
  program
    .command("spending")
    .description(tell("spending.cli.help"))
    .action(
      inWorkspace(async (ctx) => {
        const accounts = await showSpending(ctx);
        const rows = accounts.map(({ network, handle, month, usdMicros, byKind, most }) => [
          network,
          handle,
          month,
          dollars(usdMicros),
          dollars(byKind.publish),
          dollars(byKind.read),
          most === null ? "-" : dollars(most),
        ]);
        const head = ["NETWORK", "HANDLE", "MONTH", "SPENT", "POSTS", "READING", "LIMIT"];
        const text = rows.length > 0 ? table(head, rows) : tell("spending.cli.none");
        return { json: accounts, text };
      }),
    );
}

/** Formats in US dollars regardless of the language, because scripts parse the columns. */
function dollars(usdMicros: number): string {
  return `$${(usdMicros / 1_000_000).toFixed(3)}`;
}
