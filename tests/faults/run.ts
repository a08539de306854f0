import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

/** `npm run faults` does everything to the product that machines do, at full length; `npm run faults -- NAME` one of it. */
const files = new Map(
  readdirSync(import.meta.dirname).flatMap((file) => {
    const name = /^(.+?)(\.pure)?\.test\.ts$/.exec(file)?.[1];
    return name ? [[name, `tests/faults/${file}`]] : [];
  }),
);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !files.has(name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. There are: ${[...files.keys()].join(", ")}.`);
  process.exit(2);
}
const chosen =
  asked.length === 0 ? ["tests/faults"] : asked.flatMap((name) => files.get(name) ?? []);
const config = ["run", "--config", "tests/support/vitest.config.ts"];
const reporter = asked.length > 0 ? ["--reporter=verbose"] : [];
const { status } = spawnSync("vitest", [...config, ...reporter, ...chosen], {
  stdio: "inherit",
  env: { ...process.env, FAULTS: "full" },
});
process.exit(status ?? 1);
