import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

test.each([
  ["sqlite", ""],
  ["postgres", "postgres://nowhere"],
])(
  "the %s migrations are what the schema asks for",
  (engine, databaseUrl) => {
    const before = migrations(engine);
    const folder = mkdtempSync(join(tmpdir(), "shoutloop-migrations-"));
    cpSync(join("drizzle", engine), join(folder, engine), { recursive: true });
    try {
      execFileSync(
        "node_modules/.bin/drizzle-kit",
        ["generate", "--config", "drizzle/drizzle.config.ts", "--name", "unwritten"],
        {
          env: {
            ...process.env,
            DATABASE_URL: databaseUrl,
            MIGRATIONS_FOLDER: folder,
            PATH: `${join(process.cwd(), "node_modules/.bin")}:${process.env["PATH"] ?? ""}`,
          },
          stdio: "pipe",
        },
      );
      expect(before.length).toBeGreaterThan(0);
      expect(readdirSync(join(folder, engine)).filter((name) => name.endsWith(".sql"))).toEqual(
        before,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

function migrations(engine: string): string[] {
  return readdirSync(join("drizzle", engine)).filter((name) => name.endsWith(".sql"));
}
