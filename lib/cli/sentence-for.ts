import { z } from "zod";

import { BackupRefused } from "../backup/backup.ts";
import type { Translate } from "../i18n/translator.ts";
import { isNamed } from "../kernel/errors.ts";
import { complaintAbout } from "./complaint.ts";
import { RefusedCommand } from "./refused-command.ts";

/** One sentence for whatever ended a command. */
export function sentenceFor(error: unknown, tell: Translate): string {
  if (error instanceof RefusedCommand) return tell(error.key, error.detail);
  if (error instanceof BackupRefused)
    return tell(`cli.backup.failures.${error.code}`, error.detail);
  if (error instanceof Error && isNamed(error, "NotFound"))
    return tell("cli.failures.not-found", { what: error.message });
  if (error instanceof z.ZodError) return sentenceForInput(error, tell);
  return complaintAbout(error, "cli.failures.failed");
}

function sentenceForInput({ issues: [issue] }: z.ZodError, tell: Translate): string {
  const field = issue?.path.join(".") || "?";
  return tell("cli.failures.invalid", { field, problem: issue?.message ?? "" });
}
