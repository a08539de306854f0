import { z } from "zod";

import { BackupRefused } from "../backup/backup.ts";
import type { Locale } from "../i18n/locale.ts";
import { refusalSentence } from "../i18n/refusal-sentence.ts";
import type { Translate, TranslateKnown } from "../i18n/translator.ts";
import { isNamed } from "../kernel/errors.ts";
import { complaintAbout } from "./complaint.ts";
import { RefusedCommand } from "./refused-command.ts";

/** One sentence for whatever ended a command. */
export function sentenceFor(error: unknown, tell: TranslateKnown, locale: Locale): string {
  if (error instanceof RefusedCommand) return sentenceForRefused(error, tell, locale);
  if (error instanceof BackupRefused)
    return tell(`cli.backup.failures.${error.code}`, error.detail);
  if (error instanceof Error && isNamed(error, "NotFound"))
    return tell("cli.failures.not-found", { what: error.message });
  if (error instanceof z.ZodError) return sentenceForInput(error, tell);
  return complaintAbout(error, "cli.failures.failed");
}

function sentenceForRefused(
  { key, detail }: RefusedCommand,
  tell: TranslateKnown,
  locale: Locale,
): string {
  const [namespace, refusal = ""] = key.split(".");
  return namespace === "refusals"
    ? refusalSentence(tell, locale, { refusal, detail })
    : tell(key, detail);
}

function sentenceForInput({ issues: [issue] }: z.ZodError, tell: Translate): string {
  const field = issue?.path.join(".") || "?";
  return tell("cli.failures.invalid", { field, problem: issue?.message ?? "" });
}
