import type { CommanderError } from "commander";

import type { Translate } from "../i18n/translator.ts";

const keys: Readonly<Record<string, string>> = {
  "commander.unknownCommand": "unknown-command",
  "commander.unknownOption": "unknown-option",
  "commander.missingArgument": "missing-argument",
  "commander.missingMandatoryOptionValue": "missing-option",
  "commander.optionMissingArgument": "missing-value",
  "commander.excessArguments": "too-much",
};

/** What was typed wrongly, in the language of the command line; nothing where help was asked for. */
export function usageErrorMessage(
  { code, message }: CommanderError,
  tell: Translate,
): string | undefined {
  const key = keys[code];
  const what = /'([^']+)'/.exec(message)?.[1] ?? "";
  return key && tell(`cli.usage.${key}`, { what });
}
