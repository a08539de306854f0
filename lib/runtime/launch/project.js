import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with package.json in it. */
export const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** A file of the project as text, or undefined. */
export function read(...path) {
  try {
    return readFileSync(join(project, ...path), "utf8");
  } catch {
    return undefined;
  }
}

/** As `read`, parsed; a damaged file counts as none. */
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
