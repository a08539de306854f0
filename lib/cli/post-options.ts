import type { Command } from "commander";

import type { Context } from "../kernel/context.ts";
import type { Disclosure, OptionValues, PostOption } from "../networks/contract/post-options.ts";
import { RefusedCommand } from "../transports/refused-command.ts";
import { chooseAccount } from "./choose-account.ts";
import type { CommandContext } from "./command-context.ts";

/** Adds `--option`, `--ai` and `--paid` to a command that writes a post. */
export function withPostOptions(command: Command, tell: CommandContext["tell"]): Command {
  const several = (value: string, before: string[] = []) => [...before, value];
  return command
    .option("--option <account:key=value>", tell("cli.help.option"), several)
    .option("--ai <how>", "assisted, generated")
    .option("--paid", tell("cli.help.paid"));
}

/**
 * Parses `account:key=value` options into values by account id. `key=yes` sets a flag, and `key=` removes a
 * value.
 */
export async function optionsGiven(
  ctx: Context,
  given: readonly string[],
  before: Readonly<Record<string, OptionValues>> = {},
): Promise<Record<string, Record<string, string | true>>> {
  const options = new Map(
    Object.entries(before).map(([id, values]) => [id, new Map(Object.entries(values))]),
  );
  for (const one of given) {
    const { id, key, value } = await readOption(ctx, one);
    const values = options.get(id) ?? new Map<string, string | true>();
    options.set(id, values);
    if (value === undefined) values.delete(key);
    else values.set(key, value);
  }
  return Object.fromEntries(
    [...options].map(([id, values]) => [id, Object.fromEntries(values)] as const),
  );
}

/** An empty value removes the option. */
async function readOption(ctx: Context, given: string) {
  const [, name = "", key = "", typed = ""] = /^(.+?):([\w-]+)=(.*)$/s.exec(given) ?? [];
  if (!key) throw new RefusedCommand("bad-option", { given });
  const { id, network } = await chooseAccount(ctx, name);
  const { postOptions = [] } = ctx.networks.get(network);
  const option = postOptions.find((one) => one.key === key);
  if (!option) throw unknownOption(key, name, postOptions);
  return { id, key, value: option.kind === "flag" ? flagOf(typed) : typed || undefined };
}

function unknownOption(
  key: string,
  account: string,
  options: readonly PostOption[],
): RefusedCommand {
  const known = options.map((one) => one.key).join(", ") || "-";
  return new RefusedCommand("unknown-option", { key, account, known });
}

function flagOf(typed: string): true | undefined {
  return /^(yes|true|ja|1)$/i.test(typed) || undefined;
}

/** Options that are not given keep their previous values. */
export function disclosureGiven(
  {
    ai,
    paid,
  }: {
    readonly ai?: Disclosure["ai"];
    readonly paid?: boolean | undefined;
  },
  before: Disclosure | null = null,
): Disclosure | null {
  const said = { ai: ai ?? before?.ai, isPaid: (paid ?? before?.isPaid) || undefined };
  return said.ai || said.isPaid ? said : null;
}
