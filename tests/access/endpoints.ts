import { globSync, readFileSync } from "node:fs";

export interface Action {
  readonly name: string;
  /** What a browser calls it by, in this build. */
  readonly id: string;
  /** A page that has it. */
  readonly page: string;
}

/** Every page and route handler, by its file: also one that is added tomorrow. */
export function filesWithEndpoints(): string[] {
  return globSync("app/**/{page.tsx,route.ts}").toSorted();
}

/** The address of a page or route: `app/[workspace]/posts/[id]/page.tsx` with the ids in their places. */
export function addressOf(file: string, ids: Readonly<Record<string, string>>): string {
  const path = file.replace(/^app/, "").replace(/\/(page|route)(\.tsx?)?$/, "");
  const parts = path.split("/").filter((part) => !/^\(.*\)$/.test(part));
  const filled = parts.map((part) => {
    const name = /^\[(?:\.\.\.)?(\w+)\]$/.exec(part)?.[1];
    return name === undefined ? part : (ids[name] ?? "none");
  });
  return filled.join("/") || "/";
}

/** What a route file answers. */
export function methodsOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  return methods.filter((method) =>
    new RegExp(`export (async )?function ${method}\\b|\\bas ${method}\\b`).test(source),
  );
}

/** Every action that the sources have, whether a page uses it or not. */
export function actionsInSources(): string[] {
  const files = globSync("app/**/*.{ts,tsx}").filter((file) =>
    /^\s*"use server"/m.test(readFileSync(file, "utf8")),
  );
  const declared = /^export (?:async function|const) (\w+)/gm;
  return files
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(declared)].map((found) => found[1]!))
    .toSorted();
}

/** Every action that the build answers. */
export function actionsInBuild(): Action[] {
  const folder = process.env["NEXT_DIST_DIR"] || ".next";
  const manifest = JSON.parse(
    readFileSync(`${folder}/server/server-reference-manifest.json`, "utf8"),
  ) as { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };
  return Object.entries(manifest.node).map(([id, { exportedName, workers }]) => ({
    id,
    name: exportedName,
    page: Object.keys(workers).find((page) => page.endsWith("/page")) ?? "",
  }));
}
