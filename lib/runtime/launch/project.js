import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project folder, which contains package.json. */
export const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** Returns the text of a project file; undefined if it cannot be read. */
export function read(...path) {
  try {
    return readFileSync(join(project, ...path), "utf8");
  } catch {
    return undefined;
  }
}

/** Returns the parsed content of a JSON file; undefined if it is missing or damaged. */
export function readJson(...path) {
  try {
    return JSON.parse(read(...path) ?? "");
  } catch {
    return undefined;
  }
}

export function digest(text) {
  return createHash("sha256").update(text).digest("hex");
}
