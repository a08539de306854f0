import type { Locale } from "../i18n/locale.ts";
import { refusalSentence } from "../i18n/refusal-sentence.ts";
import type { TranslateKnown } from "../i18n/translator.ts";
import type { RefusalDetail } from "../kernel/result.ts";
import { startupErrorMessage } from "../runtime/startup-error.ts";
import { refusalOfError } from "./refusal.ts";
import { RefusedCommand } from "./refused-command.ts";

/**
 * Returns a sentence about the error that ended a command: what is wrong and what to do. An unknown error is
 * quoted in full.
 */
export function terminalSentence(error: unknown, tell: TranslateKnown, locale: Locale): string {
  const refusal = refusalOfCommand(error);
  if (refusal) return refusedSentence(refusal, tell, locale);
  return startupErrorMessage(error, "cli.refusals.failed", tell);
}

/** Returns the refusal of an error, for scripts; undefined for an unknown error. */
export function refusalOfCommand(
  error: unknown,
): { readonly refusal: string; readonly detail: RefusalDetail } | undefined {
  if (error instanceof RefusedCommand) return { refusal: error.refusal, detail: error.detail };
  const thrown = refusalOfError(error);
  return thrown && { refusal: thrown.refusal, detail: thrown.detail };
}

/** Some refusals have their own text for the command line, which cannot reload a page. */
function refusedSentence(
  { refusal, detail }: { readonly refusal: string; readonly detail: RefusalDetail },
  tell: TranslateKnown,
  locale: Locale,
): string {
  const own = `cli.refusals.${refusal}`;
  return tell.has(own) ? tell(own, detail) : refusalSentence(tell, locale, { refusal, detail });
}
