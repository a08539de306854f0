import { formatDate } from "../i18n/format.ts";
import type { Translate } from "../i18n/translator.ts";
import type { UnsettledSafeMode } from "../recovery/show-safe-mode.ts";

export function safeModeText(
  tell: Translate,
  { cause, since, enteredAt, lookedFor, forPerson }: UnsettledSafeMode,
): string {
  const until = formatDate(enteredAt);
  return tell("cli.backup.open", { cause, since: formatDate(since), until, lookedFor, forPerson });
}
