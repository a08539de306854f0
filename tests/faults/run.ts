import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

/** `npm run faults` does everything to the product that machines do, at full length; `npm run faults -- NAME` one of it. */
const files = new Map(
  readdirSync(import.meta.dirname).flatMap((file) => {
    const name = /^(.+?)(\.pure)?\.test\.ts$/.exec(file)?.[1];
    return name ? [[name, `tests/faults/${file}`]] : [];
  }),
);
/** Who may do what: needs the product itself, started as it is. */
files.set("access", "tests/access/matrix.start.test.ts");
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !files.has(name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. There are: ${[...files.keys()].join(", ")}.`);
  process.exit(2);
}
const chosen = (asked.length === 0 ? [...files.keys()] : asked).map(
  (name) => files.get(name) ?? "",
);
const reporter = asked.length > 0 ? ["--reporter=verbose"] : [];
const isStarted = (file: string) => file.endsWith(".start.test.ts");
const runs = [
  { config: "vitest.config.ts", filters: chosen.filter((file) => !isStarted(file)) },
  { config: "start-vitest.config.ts", filters: chosen.filter(isStarted) },
];
const statuses = runs
  .filter(({ filters }) => filters.length > 0)
  .map(({ config, filters }) => {
    const words = ["run", "--config", `tests/support/${config}`, ...reporter, ...filters];
    const env = { ...process.env, FAULTS: "full" };
    return spawnSync("vitest", words, { stdio: "inherit", env }).status ?? 1;
  });
process.exit(Math.max(...statuses));
