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

/** Returns a translated message for a usage error; undefined if help was requested. */
export function usageErrorMessage(
  { code, message }: CommanderError,
  tell: Translate,
): string | undefined {
  const key = keys[code];
  const what = /'([^']+)'/.exec(message)?.[1] ?? "";
  return key && tell(`cli.usage.${key}`, { what });
}
