import { z } from "zod";

import { BackupRefused } from "../backup/backup.ts";
import type { Locale } from "../i18n/locale.ts";
import { refusalSentence } from "../i18n/refusal-sentence.ts";
import type { Translate, TranslateKnown } from "../i18n/translator.ts";
import { isNamed } from "../kernel/errors.ts";
import { startupErrorMessage } from "../runtime/startup-error.ts";
import { RefusedCommand } from "./refused-command.ts";

/** One sentence for whatever ended a command. */
export function errorMessage(error: unknown, tell: TranslateKnown, locale: Locale): string {
  if (error instanceof RefusedCommand) return sentenceForRefused(error, tell, locale);
  if (error instanceof BackupRefused)
    return tell(`cli.backup.failures.${error.code}`, error.detail);
  if (error instanceof Error && isNamed(error, "NotFound"))
    return tell("cli.failures.not-found", whatOf(error));
  if (error instanceof z.ZodError) return sentenceForInput(error, tell);
  return startupErrorMessage(error, "cli.failures.failed");
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

/** Messages of NotFound are for us: “No person x in this workspace.” */
function whatOf({ message }: Error): { kind: string; id: string } {
  const [, kind = "", id = ""] = /^No (\S+) (.+?)(?: in this workspace)?\.$/.exec(message) ?? [];
  return { kind, id };
}

function sentenceForInput({ issues: [issue] }: z.ZodError, tell: Translate): string {
  const field = issue?.path.join(".") || "?";
  return tell("cli.failures.invalid", { field, code: issue?.code ?? "", ...boundsOf(issue) });
}

/** What the sentence may name, whichever of it the rule has. */
function boundsOf(issue: object = {}): { least: number; most: number; known: string } {
  const { minimum, maximum, values } = { minimum: 0, maximum: 0, values: [], ...issue };
  return { least: Number(minimum), most: Number(maximum), known: values.join(", ") };
}
