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

const closed = (dataDir: string, databaseUrl = join(dataDir, "shoutloop.db")) =>
  keepPrivate({ dataDir, databaseUrl });

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
  expect(closed(folder)).toEqual([]);
  expect([folder, backups].map(modeOf)).toEqual(["700", "700"]);
  expect(paths.map(modeOf)).toEqual(paths.map(() => "600"));
});

test("what is made afterwards is private by itself, and a new folder too", () => {
  const folder = join(haveFolder(), "not", "there", "yet");
  expect(closed(folder)).toEqual([]);
  writeFileSync(join(folder, "shoutloop.db"), "");
  expect([modeOf(folder), modeOf(join(folder, "shoutloop.db"))]).toEqual(["700", "600"]);
});

test("what cannot be closed is told, and so is what a link leads to, which is left alone", () => {
  const folder = haveFolder();
  chmodSync(folder, 0o1777);
  const elsewhere = join(haveFolder(), "theirs");
  writeFileSync(elsewhere, "");
  chmodSync(elsewhere, 0o644);
  symlinkSync(elsewhere, join(folder, "link"));
  symlinkSync(join(folder, "nothing"), join(folder, "dangling"));
  symlinkSync(join(folder, "round"), join(folder, "round"));
  expect(closed(folder)).toEqual([folder, join(folder, "link")]);
  expect(modeOf(elsewhere)).toBe("644");
  chmodSync(elsewhere, 0o600);
  expect(closed(folder)).toEqual([folder]);
});

test("a folder that is reached by a link is closed where it is", () => {
  const folder = haveFolder();
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "shoutloop.db"), "");
  chmodSync(join(folder, "shoutloop.db"), 0o664);
  const link = join(haveFolder(), "data");
  symlinkSync(folder, link);
  expect(closed(link)).toEqual([]);
  expect([modeOf(folder), modeOf(join(folder, "shoutloop.db"))]).toEqual(["700", "600"]);
});

test("a database that is kept elsewhere is closed, and not the folder that it is in", () => {
  const [folder, elsewhere] = [haveFolder(), haveFolder()];
  chmodSync(elsewhere, 0o755);
  const paths = ["wol.db", "wol.db-wal", "wol.db-shm"].map((name) => join(elsewhere, name));
  for (const path of [...paths, join(elsewhere, "theirs")]) {
    writeFileSync(path, "");
    chmodSync(path, 0o644);
  }
  expect(closed(folder, paths[0])).toEqual([]);
  expect(paths.map(modeOf)).toEqual(paths.map(() => "600"));
  expect([elsewhere, join(elsewhere, "theirs")].map(modeOf)).toEqual(["755", "644"]);
  expect(closed(folder, "postgres://localhost/wol")).toEqual([]);
});

test("what is no folder is named with its setting", () => {
  const folder = haveFolder();
  const [file, link] = [join(folder, "file"), join(folder, "link")];
  writeFileSync(file, "");
  symlinkSync(join(folder, "nothing"), link);
  for (const dataDir of [file, link])
    expect(() => closed(dataDir)).toThrow(
      expect.objectContaining({ variable: "DATA_DIR", problem: "no-folder", value: dataDir }),
    );
});
