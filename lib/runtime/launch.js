// Runs on any installed Node (20 or newer) without packages, because it installs them. All its messages go to
// standard error; standard output belongs to the command.

import { buildWhenStale } from "./launch/build.js";
import { installWhenStale } from "./launch/install.js";
import { runCommand } from "./launch/run.js";
import { onlyOneAtATime } from "./launch/turn.js";

/** What each command needs before it can run. */
const commands = {
  start: { file: "lib/runtime/start.ts", packages: "running", pages: true, mode: "production" },
  demo: { file: "lib/demo/demo.ts", packages: "running", pages: true, mode: "production" },
  worker: { file: "lib/runtime/worker.ts", packages: "running", pages: false, mode: "production" },
  shoutloop: {
    file: "lib/cli/shoutloop.ts",
    packages: "running",
    pages: false,
    mode: "production",
    // Imports and rebuilds create thousands of rows at once, which causes many garbage collections in 4 MB.
    youngMb: 48,
  },
  dev: { file: "lib/runtime/dev.ts", packages: "all", pages: false, mode: "development" },
  test: { file: "tests/run.ts", packages: "all", pages: false, mode: undefined },
};

async function launch([name, ...rest]) {
  const command = commands[name];
  if (!command) return complain(`Unknown command. Known: ${Object.keys(commands).join(", ")}.`);
  if (Number(process.versions.node.split(".")[0]) < 20)
    return complain(
      `Shoutloop needs Node 20 or newer to set itself up; this is ${process.version}.`,
    );
  try {
    await onlyOneAtATime(async () => {
      await installWhenStale(command.packages === "all");
      if (command.pages) await buildWhenStale();
    });
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
  process.exitCode = await runCommand(command, rest);
}

function complain(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

await launch(process.argv.slice(2));
