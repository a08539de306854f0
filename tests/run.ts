import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { isQuick, steps, type Step } from "./steps.ts";

/**
 * `npm test`: every check, quick ones first, all of them even when one fails, one line each.
 * `npm test -- NAME…` runs only the steps named; `npm test -- --quick` leaves the slow ones out.
 */
const wanted = process.argv.slice(2);
const chosen = steps.filter((step) => isChosen(step));
const failed: string[] = [];
let skipped = 0;
const began = performance.now();

for (const step of chosen) {
  const missing = step.needs?.find((path) => !existsSync(path));
  if (missing) {
    skipped += 1;
    console.log(`- ${step.name}: skipped, ${missing} is not here`);
    continue;
  }
  const from = performance.now();
  console.log(`\n▶ ${step.name}`);
  const code = await run(step);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${code === 0 ? "✔" : "✘"} ${step.name} (${seconds} s)`);
  if (code !== 0) failed.push(step.name);
}

const passed = chosen.length - failed.length - skipped;
console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s in all`);
if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}`);
console.log(`${passed} passed, ${failed.length} failed, ${skipped} skipped`);
process.exit(failed.length === 0 && chosen.length > 0 ? 0 : 1);

function isChosen(step: Step): boolean {
  const names = wanted.filter((word) => !word.startsWith("--"));
  if (names.length > 0) return names.includes(step.name);
  return !wanted.includes("--quick") || isQuick(step);
}

function run(step: Step): Promise<number> {
  const [command = "", ...rest] = step.command;
  const bin = join("node_modules", ".bin");
  const child = spawn(command, rest, {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      PATH: `${join(process.cwd(), bin)}:${process.env["PATH"] ?? ""}`,
      NEXT_TELEMETRY_DISABLED: "1",
      ...step.env,
    },
  });
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.log(String(error));
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
