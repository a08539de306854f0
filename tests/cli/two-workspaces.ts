import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { haveNeighbour } from "../support/have-neighbour.ts";
import { haveOwner } from "../support/have-owner.ts";
import { runShoutloop, type Said } from "./run-shoutloop.ts";

/** Two workspaces on one installation, and commands that are run in one of them. */
export async function twoWorkspaces() {
  const ours = await haveOwner();
  const theirs = await haveNeighbour(ours);
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-cli-"));
  const run = (args: readonly string[], workspace = "noorderwol") =>
    runShoutloop(ours, [...args, "--workspace", workspace], { folder });
  return {
    ours,
    theirs,
    folder,
    run,
    there: (args: readonly string[]) => run(args, "zuiderwol"),
    /** A file in the folder that commands are called from. */
    haveFile(name: string, content: string | Uint8Array) {
      writeFileSync(join(folder, name), content);
      return name;
    },
  };
}

/** A refusal as a script reads it: exit code 1, nothing on one side, one object on the other. */
export function refusalIn({ code, out, err }: Said): {
  readonly refusal: string;
  readonly message: string;
  readonly detail: Record<string, unknown>;
} {
  if (code !== 1 || out !== "") throw new Error(`Not refused: ${code} ${out} ${err}`);
  return JSON.parse(err);
}
