import type { Command } from "commander";

import { checkAccount } from "../../accounts/check-account.ts";
import { copyableIn, remedyOf, type Finding } from "../../accounts/finding.ts";
import { plainTranslatorFor, type TranslateKnown } from "../../i18n/translator.ts";
import { granted } from "../../transports/refused-command.ts";
import { chooseAccount } from "../choose-account.ts";
import type { CommandContext } from "../command-context.ts";
import { shownAccount } from "./shown-account.ts";

/** Adds the command that reports problems of an account and how to solve them. */
export function addCheckCommand(account: Command, cli: CommandContext): void {
  account
    .command("check <account>")
    .description(cli.tell("cli.help.account-check"))
    .action(
      cli.inWorkspace(async (ctx, asked) => {
        const { id: accountId } = await chooseAccount(ctx, asked.args[0] ?? "");
        const { account: checked, findings } = granted(await checkAccount(ctx, { accountId }));
        const lines = findings.flatMap((finding) => {
          const { sentence, remedy } = wordsOf(finding, cli.tell);
          const toCopy = copyableIn(finding.values).map(
            ({ name, value }) => `  ${cli.tell(`accounts.toCopy.${name}`)}: ${value}`,
          );
          const below = remedy ? [`  ${remedy}`] : [];
          return [`${signs[finding.weight]} ${sentence}`, ...below, ...toCopy];
        });
        const plain = plainTranslatorFor(cli.locale);
        const told = findings.map((finding) => ({ ...finding, ...wordsOf(finding, plain) }));
        return {
          json: { ...shownAccount(ctx, checked), findings: told },
          text: lines.join("\n"),
          isWrong: findings.some(({ weight }) => weight === "problem"),
        };
      }),
    );
}

const signs: Readonly<Record<Finding["weight"], string>> = { problem: "!", notice: "-", fine: "✓" };

function wordsOf(finding: Finding, tell: TranslateKnown) {
  const { code, values } = finding;
  const remedy = remedyOf(finding);
  return {
    sentence: tell(`accounts.findings.${code}`, { ...values }),
    ...(tell.has(remedy) && { remedy: tell(remedy, { ...values }) }),
  };
}
