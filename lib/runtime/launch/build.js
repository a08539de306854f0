import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { project, readJson } from "./project.js";
import { step } from "./step.js";

const sources = ["app", "lib", "public"];
const settings = ["package-lock.json", "next.config.js", "tsconfig.json", ".postcssrc.json"];

/** Builds the pages unless the existing build was made from the same sources. */
export async function buildWhenStale() {
  const folder = process.env.NEXT_DIST_DIR || ".next";
  const wanted = digestOfSources();
  if (readJson(folder, "shoutloop-build.json")?.sources === wanted) return;

  const stamp = join(project, folder, "shoutloop-build.json");
  rmSync(stamp, { force: true });
  await step(
    "Building the pages; this happens once a version and takes about a minute",
    join(project, "node_modules", ".bin", "node"),
    [join("node_modules", "next", "dist", "bin", "next"), "build"],
    { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    "The pages could not be built: see above.",
  );
  writeFileSync(stamp, `${JSON.stringify({ sources: wanted })}\n`);
}

function digestOfSources() {
  const hash = createHash("sha256");
  for (const file of [...sources.flatMap(filesIn), ...settings])
    hash.update(`\0${file}\0`).update(readFileSync(join(project, file)));
  return hash.digest("hex");
}

function filesIn(folder) {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(project.length + 1))
    .sort();
}
