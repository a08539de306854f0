import type { Translate } from "../i18n/translator.ts";
import type { UnsettledSafeMode } from "../publishing/show-safe-mode.ts";
import { told } from "./told.ts";

export function textOfOpenSafeMode(
  tell: Translate,
  { cause, since, enteredAt, lookedFor, forPerson }: UnsettledSafeMode,
): string {
  const until = told(enteredAt);
  return tell("cli.backup.open", { cause, since: told(since), until, lookedFor, forPerson });
}
