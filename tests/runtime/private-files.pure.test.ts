import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, expect, onTestFinished, test } from "vitest";

import { keepPrivate } from "#lib/runtime/private-files";

const umask = process.umask();
afterEach(() => void process.umask(umask));

function haveFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-private-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

test("a folder that was wider before is closed, with its database, logs, key and backups", () => {
  const folder = haveFolder();
  const backups = join(folder, "backups");
  mkdirSync(backups);
  const files = ["shoutloop.db", "shoutloop.db-wal", "shoutloop.db-shm", "shoutloop.db-journal"];
  const paths = [...files, "secret", "backups/daily-1.db"].map((name) => join(folder, name));
  for (const path of paths) {
    writeFileSync(path, "");
    chmodSync(path, 0o644);
  }
  for (const path of [folder, backups]) chmodSync(path, 0o755);
  expect(keepPrivate(folder)).toEqual([]);
  expect([folder, backups].map(modeOf)).toEqual(["700", "700"]);
  expect(paths.map(modeOf)).toEqual(paths.map(() => "600"));
});

test("what is made afterwards is private by itself, and a new folder too", () => {
  const folder = join(haveFolder(), "not", "there", "yet");
  expect(keepPrivate(folder)).toEqual([]);
  writeFileSync(join(folder, "shoutloop.db"), "");
  expect([modeOf(folder), modeOf(join(folder, "shoutloop.db"))]).toEqual(["700", "600"]);
});

test("what cannot be closed is told, and what a link leads to is left alone", () => {
  const folder = haveFolder();
  chmodSync(folder, 0o1777);
  const elsewhere = join(haveFolder(), "theirs");
  writeFileSync(elsewhere, "");
  chmodSync(elsewhere, 0o644);
  symlinkSync(elsewhere, join(folder, "link"));
  expect(keepPrivate(folder)).toEqual([folder]);
  expect(modeOf(elsewhere)).toBe("644");
});
