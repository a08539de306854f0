import { statSync } from "node:fs";

import { translatorFor } from "../i18n/translator.ts";
import { systemClock } from "../kernel/clock.ts";
import type { Environment } from "../runtime/environment.ts";
import { terminalLocale } from "../runtime/terminal-locale.ts";
import { signIn } from "./demo-context.ts";
import { colleague } from "./invite-colleague.ts";

const tell = translatorFor(terminalLocale());

/** Shows one line that is overwritten; if the output is a file, one line for every tenth day. */
export function showProgress(): (day: number, days: number) => void {
  const began = systemClock.now().getTime();
  process.stderr.write(`${tell("demo.building")}\n`);
  return (day, days) => {
    const seconds = Math.round((systemClock.now().getTime() - began) / 1000);
    const line = tell("demo.day", { day, days, seconds });
    if (process.stderr.isTTY) process.stderr.write(`\r  ${line}${day === days ? "\n" : ""}`);
    else if (day % 10 === 0) process.stderr.write(`  ${line}\n`);
  };
}

/** Prints how to sign in, and warns if the sample was made on an earlier day. */
export function printSignIn({ publicUrl, databaseUrl }: Environment): void {
  const days = Math.floor(
    (systemClock.now().getTime() - statSync(databaseUrl).birthtimeMs) / 86_400_000,
  );
  const lines = [
    tell("demo.what"),
    tell("demo.sign-in", { address: publicUrl, ...signIn, colleague: colleague.email }),
    ...(days > 0 ? [tell("demo.old", { days })] : []),
  ];
  process.stdout.write(`\n${lines.join("\n")}\n\n`);
}
