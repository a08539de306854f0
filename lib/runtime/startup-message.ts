import { isPostgresUrl } from "../db/dialect.ts";
import { translatorFor } from "../i18n/translator.ts";
import type { Runtime } from "../kernel/context.ts";
import { showSafeModeOfAll } from "../recovery/show-safe-mode.ts";
import { hasOwner } from "../workspaces/has-owner.ts";
import type { Environment } from "./environment.ts";
import { safeModeText } from "./safe-mode-text.ts";
import { startTranslator, terminalLocale } from "./terminal-locale.ts";

/**
 * Prints the product's address and what is left to do; `open` are files that other users of the machine can
 * read.
 */
export async function printStartupMessage(
  env: Environment,
  runtime: Runtime,
  open: readonly string[],
): Promise<void> {
  const tell = startTranslator();
  const isFresh = !(await hasOwner(runtime));
  const safeMode = await showSafeModeOfAll(runtime);
  const lines = [
    tell("ready", { address: env.publicUrl }),
    ...(isFresh ? [tell("no-owner")] : []),
    isPostgresUrl(env.databaseUrl)
      ? tell("data.postgres", { database: withoutPassword(env.databaseUrl) })
      : tell("data.sqlite", { file: env.databaseUrl }),
    ...(open.length > 0 ? [tell("data.open", { files: open.slice(0, 5).join(", ") })] : []),
    ...(safeMode ? [safeModeText(translatorFor(terminalLocale()), safeMode)] : []),
    tell("how-to-stop"),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  return `${url.host}${url.pathname}`;
}
