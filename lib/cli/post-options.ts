import type { Command } from "commander";

import type { Context } from "../kernel/context.ts";
import type { Disclosure, OptionValues } from "../networks/contract/post-options.ts";
import { RefusedCommand } from "../transports/refused-command.ts";
import { chooseAccount } from "./choose-account.ts";
import type { CommandContext } from "./command-context.ts";

/** `--option`, `--ai` and `--paid`, of every command that writes a post. */
export function withPostOptions(command: Command, tell: CommandContext["tell"]): Command {
  const several = (value: string, before: string[] = []) => [...before, value];
  return command
    .option("--option <account:key=value>", tell("cli.help.option"), several)
    .option("--ai <how>", "assisted, generated")
    .option("--paid", tell("cli.help.paid"));
}

/** By account id, of `account:key=value`; `key=yes` sets a flag, and `key=` takes a value back. */
export async function optionsGiven(
  ctx: Context,
  given: readonly string[],
  before: Readonly<Record<string, OptionValues>> = {},
): Promise<Record<string, Record<string, string | true>>> {
  const options = Object.fromEntries(
    Object.entries(before).map(([id, values]): [string, Record<string, string | true>] => [
      id,
      { ...values },
    ]),
  );
  for (const one of given) {
    const [, name = "", key = "", value = ""] = /^(.+?):([\w-]+)=(.*)$/s.exec(one) ?? [];
    if (!key) throw new RefusedCommand("bad-option", { given: one });
    const { id, network } = await chooseAccount(ctx, name);
    const { postOptions = [] } = ctx.networks.get(network);
    const option = postOptions.find((known) => known.key === key);
    const known = postOptions.map((other) => other.key).join(", ") || "-";
    if (!option) throw new RefusedCommand("unknown-option", { key, account: name, known });
    const values = (options[id] ??= {});
    if (option.kind !== "flag") values[key] = value;
    else if (/^(yes|true|ja|1)$/i.test(value)) values[key] = true;
    else delete values[key];
  }
  return options;
}

export function disclosureGiven({
  ai,
  paid,
}: {
  readonly ai?: Disclosure["ai"];
  readonly paid?: boolean;
}): Disclosure | null {
  return ai || paid ? { ai, isPaid: paid || undefined } : null;
}
