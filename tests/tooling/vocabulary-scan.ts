import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { parseSync, type Program } from "oxc-parser";

import type { OldWord } from "./vocabulary-words.ts";

export interface Found {
  readonly where: string;
  readonly name: string;
  readonly becomes: string;
}

/** Names of files, and of things in them, in which an old word stands. Texts and comments are nobody's name. */
export function findOldWords(paths: readonly string[], oldWords: readonly OldWord[]): Found[] {
  return paths.flatMap((path) => [
    ...inFileName(path, oldWords),
    ...inSource(path, readFileSync(path, "utf8"), oldWords),
  ]);
}

export function inFileName(path: string, oldWords: readonly OldWord[]): Found[] {
  const stem = basename(path).split(".")[0] ?? "";
  return oldWords
    .filter((one) => isWithin(path, one))
    .filter(({ file, phrase }) => file === stem || (phrase && holds(stem, phrase)))
    .map(({ becomes }) => ({ where: path, name: basename(path), becomes }));
}

export function inSource(path: string, source: string, oldWords: readonly OldWord[]): Found[] {
  const here = oldWords.filter((one) => isWithin(path, one));
  return namesIn(path, source).flatMap(({ name, line, isDeclared }) =>
    here
      .filter(
        (one) =>
          one.name === name ||
          (isDeclared && one.declared === name) ||
          (one.phrase && holds(name, one.phrase)),
      )
      .map(({ becomes }) => ({ where: `${path}:${line}`, name, becomes })),
  );
}

interface Name {
  readonly name: string;
  /** The first line that it stands in. */
  readonly line: number;
  /** As a function or constant of the file's own. */
  readonly isDeclared: boolean;
}

/** Every name that stands in a file, once. */
function namesIn(path: string, source: string): Name[] {
  if (path.endsWith(".json")) return keysIn(JSON.parse(source)).map(nameOfKey);
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
  const declared = new Set(program.body.flatMap(declaredBy));
  const names = new Map<string, Name>();
  visit(program, (name, start) => {
    if (names.has(name)) return;
    const line = source.slice(0, start).split("\n").length;
    names.set(name, { name, line, isDeclared: declared.has(name) });
  });
  return [...names.values()];
}

/** Of texts, what they are called by. */
function keysIn(texts: unknown): string[] {
  if (typeof texts !== "object" || texts === null) return [];
  return Object.entries(texts).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

function nameOfKey(name: string): Name {
  return { name, line: 1, isDeclared: false };
}

function declaredBy(statement: Program["body"][number]): string[] {
  const declaration =
    statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (declaration?.type === "FunctionDeclaration") return [declaration.id?.name ?? ""];
  if (declaration?.type !== "VariableDeclaration") return [];
  return declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
}

function visit(node: unknown, onName: (name: string, start: number) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, onName);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  const { type, name, start } = node as { type?: unknown; name?: unknown; start?: unknown };
  if (typeof type === "string" && type.endsWith("Identifier") && typeof name === "string")
    onName(name, Number(start));
  for (const child of Object.values(node)) visit(child, onName);
}

function isWithin(path: string, { within = "" }: OldWord): boolean {
  return path.startsWith(within);
}

/** Whether these words stand in a row in a name, however it is spelled. */
function holds(name: string, phrase: string): boolean {
  return ` ${wordsOf(name).join(" ")} `.includes(` ${phrase} `);
}

export function wordsOf(name: string): string[] {
  const spaced = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2");
  return spaced
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
