import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

import { expect, test } from "vitest";

import { isMisnamed, misnamed } from "./file-names.ts";

test("imports point down the layers", () => {
  const report = cruise();
  expect(report.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual(
    [],
  );
  // A cruiser without a parser for our language sees nothing and reports success.
  expect(report.totalCruised).toBeGreaterThan(100);
  expect(report.totalDependenciesCruised).toBeGreaterThan(300);
}, 120_000);

const sayNothing = /(^|-)(utils?|helpers?|misc|common|services?|managers?|info|data|stuff)(-|\.|$)/;

test("a file in lib is named by what it hands out, in words that say something", () => {
  const files = sources("lib");
  expect(files.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(basename(path)))).toEqual([]);
  expect(files.filter((path) => sayNothing.test(basename(path)))).toEqual([]);
  const byRole = /(^|-)(schema|input|repository)\.ts$/;
  expect(misnamed(files.filter((path) => !byRole.test(basename(path))))).toEqual([]);
});

test.each([
  ["lib/posts/save-draft.ts", "export async function saveDraft() {}", false],
  ["lib/posts/lists-of-posts.ts", "export const listedPosts = 1;", false],
  ["lib/posts/save-draft.ts", "export function countPeople() {}", true],
  ["lib/kernel/host-identity.ts", "export function processPlace() {}", true],
  // A component: what it is made of has names of its own.
  ["lib/posts/draft.ts", "export function isEmpty() {}", false],
  ["lib/posts/free-slot.ts", "export function nextOf() {}\nexport function dayOf() {}", false],
])("%s with %s is misnamed: %s", (path, source, expected) => {
  expect(isMisnamed(path, source)).toBe(expected);
});

test("only agreed names stand at the top", () => {
  const agreed = new Set(
    "package.json package-lock.json tsconfig.json next.config.js next-env.d.ts app lib drizzle public tests docs README.md node_modules data LICENSE".split(
      " ",
    ),
  );
  const found = execFileSync("git", ["ls-files"], { encoding: "utf8" })
    .split("\n")
    .map((path) => path.split("/")[0] ?? "")
    .filter((name) => name !== "" && !name.startsWith("."));
  expect([...new Set(found)].filter((name) => !agreed.has(name))).toEqual([]);
});

test("files stay small", () => {
  const lengths = [...sources("lib"), ...sources("app")].map(linesOf).toSorted((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  expect(median).toBeLessThanOrEqual(60);
  expect(lengths.at(-1)).toBeLessThanOrEqual(300);
});

interface Report {
  violations: { rule: { name: string }; from: string; to: string }[];
  totalCruised: number;
  totalDependenciesCruised: number;
}

function cruise(): Report {
  const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "app", "lib"];
  const output = runEvenIfItFails("node_modules/.bin/depcruise", args);
  return (JSON.parse(output) as { summary: Report }).summary;
}

function runEvenIfItFails(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, {
      encoding: "utf8",
      maxBuffer: 100_000_000,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /(?<!\.d)\.tsx?$/.test(name) ? [path] : [];
  });
}

function linesOf(path: string): number {
  return readFileSync(path, "utf8").split("\n").length - 1;
}
