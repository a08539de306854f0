import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const namespaces = new Set(
  readdirSync("lib/i18n/messages/en").map((file) => file.replace(/\.json$/, "")),
);
const sources = new Map<string, string>();

/** Every page with the layouts around it, outermost first. */
export function pages(): { page: string; layouts: string[] }[] {
  return globSync("app/**/{page,not-found,error}.tsx")
    .toSorted()
    .map((page) => ({ page, layouts: layoutsOf(dirname(page)) }));
}

/** The namespaces that a layout sends to the browser: what stands in `only={[…]}`; undefined where it sends none. */
export function sentBy(layout: string): Set<string> | undefined {
  const list = /only=\{\[([^\]]*)\]\}/.exec(sourceOf(layout))?.[1];
  if (list === undefined) return undefined;
  return new Set([...list.matchAll(/"([^"]+)"/g)].map((found) => found[1] ?? ""));
}

/** The namespaces that components read in the browser, of everything that these files bring along. */
export function readInBrowser(files: readonly string[]): Set<string> {
  const read = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string, isClient: boolean) => {
    const source = sourceOf(file);
    const isHere = isClient || /^\s*"use client"/m.test(source);
    if (/^\s*"use server"/m.test(source) || seen.has(`${file} ${isHere}`)) return;
    seen.add(`${file} ${isHere}`);
    if (isHere) for (const namespace of namespacesIn(source)) read.add(namespace);
    for (const next of importsOf(file, source)) visit(next, isHere);
  };
  for (const file of files) visit(file, false);
  return read;
}

function namespacesIn(source: string): string[] {
  const named = [...source.matchAll(/useTranslations\("([a-z-]+)/g)].map((found) => found[1] ?? "");
  if (!/useTranslations\(\)/.test(source)) return named;
  const spelled = [...source.matchAll(/["`]([a-z-]+)\.[\w$]/g)].map((found) => found[1] ?? "");
  return [...named, ...spelled.filter((name) => namespaces.has(name))];
}

function importsOf(file: string, source: string): string[] {
  const found = [...source.matchAll(/^(import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"/gm)].map(
    (one) => one[2] ?? "",
  );
  const later = [...source.matchAll(/import\("([^"]+)"\)/g)].map((one) => one[1] ?? "");
  return [...found, ...later]
    .filter((path) => path.startsWith("."))
    .map((path) => normalize(join(dirname(file), path)))
    .filter((path) => /\.tsx?$/.test(path) && existsSync(path));
}

function layoutsOf(folder: string): string[] {
  const own = join(folder, "layout.tsx");
  const above = folder === "app" ? [] : layoutsOf(dirname(folder));
  return existsSync(own) ? [...above, own] : above;
}

function sourceOf(file: string): string {
  const known = sources.get(file) ?? readFileSync(file, "utf8");
  sources.set(file, known);
  return known;
}
