import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { inGroups, isQuick, steps, type Step } from "./steps.ts";

/**
 * `npm test`: every check, quick ones first, all of them even when one fails, one line each.
 * `npm test -- NAME…` runs only the steps named; `npm test -- --quick` leaves the slow ones out, and
 * runs on PostgreSQL only what differs there.
 */
const wanted = process.argv.slice(2);
const isQuickRun = wanted.includes("--quick");
const chosen = steps.filter((step) => isChosen(step));
const failed: { readonly name: string; readonly output: string }[] = [];
/** So much of the end of what a failed step said is said again when all is over. */
const lastCharacters = 12_000;
let skipped = 0;
const began = performance.now();

for (const group of inGroups(chosen)) await Promise.all(group.map((step) => check(step, group)));

const passed = chosen.length - failed.length - skipped;
console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s in all`);
for (const { name, output } of failed)
  console.log(`\n✘ ${name}, its last words:\n${output.slice(-lastCharacters).toWellFormed()}`);
if (failed.length > 0) console.log(`Failed: ${failed.map(({ name }) => name).join(", ")}`);
console.log(`${passed} passed, ${failed.length} failed, ${skipped} skipped`);
process.exit(failed.length === 0 && chosen.length > 0 ? 0 : 1);

function isChosen(step: Step): boolean {
  const names = wanted.filter((word) => !word.startsWith("--"));
  if (names.length > 0) return names.includes(step.name);
  return !isQuickRun || isQuick(step);
}

/**
 * Alone it says what it says as it comes; beside others, all at once when it is over. What a failed
 * step said last is said again at the very end, where one looks.
 */
async function check(step: Step, group: readonly Step[]): Promise<void> {
  // A path that an earlier step brings: looked for only now.
  const missing = step.needs?.find((path) => !existsSync(path));
  if (missing) {
    skipped += 1;
    console.log(`- ${step.name}: skipped, ${missing} is not here`);
    return;
  }
  const from = performance.now();
  console.log(`\n▶ ${step.name}`);
  const isAlone = group.length === 1;
  const { code, output } = await run(step, isAlone);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  if (!isAlone) process.stdout.write(output);
  console.log(`${code === 0 ? "✔" : "✘"} ${step.name} (${seconds} s)`);
  if (code !== 0) failed.push({ name: step.name, output });
}

function run(step: Step, isShownAtOnce: boolean): Promise<{ code: number; output: string }> {
  const [command = "", ...rest] = step.command;
  const bin = join("node_modules", ".bin");
  const child = spawn(command, rest, {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PATH: `${join(process.cwd(), bin)}:${process.env["PATH"] ?? ""}`,
      NEXT_TELEMETRY_DISABLED: "1",
      ...(process.stdout.isTTY && { FORCE_COLOR: "1" }),
      ...(isQuickRun && { QUICK: "1" }),
      ...step.env,
    },
  });
  let output = "";
  for (const out of [child.stdout, child.stderr]) {
    out.setEncoding("utf8");
    out.on("data", (text: string) => {
      output += text;
      if (isShownAtOnce) process.stdout.write(text);
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: `${output}${String(error)}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
