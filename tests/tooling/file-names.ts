import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { parseSync, type Program } from "oxc-parser";

import { wordsOf } from "./vocabulary-scan.ts";

/**
 * Files whose name says something else than what is in them: two words or more, and the one thing that
 * the file hands out shares none of them. A name of one word is a component's; what it is made of has
 * names of its own.
 */
export function misnamed(paths: readonly string[]): string[] {
  return paths.filter((path) => isMisnamed(path, readFileSync(path, "utf8")));
}

export function isMisnamed(path: string, source: string): boolean {
  const words = wordsOf(basename(path).split(".")[0] ?? "");
  const [name, ...others] = parseSync(path, source).program.body.flatMap(handedOut);
  if (words.length < 2 || name === undefined || others.length > 0) return false;
  const ofName = new Set(wordsOf(name).map(rootOf));
  return !words.some((word) => ofName.has(rootOf(word)));
}

function handedOut(statement: Program["body"][number]): string[] {
  const declaration = statement.type === "ExportNamedDeclaration" && statement.declaration;
  if (!declaration) return [];
  if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration")
    return [declaration.id?.name ?? ""];
  if (declaration.type !== "VariableDeclaration") return [];
  return declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
}

/** Enough to tell that `list`, `listed` and `listing` are one word. */
function rootOf(word: string): string {
  return word.replace(/ies$/, "y").replace(/(ing|ed|es|er|s|d|e)$/, "");
}
