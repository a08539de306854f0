import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

export interface Use {
  readonly cpuSeconds: number;
  /** Proportional set size: what is shared is counted once. */
  readonly megabytes: number;
  readonly processes: number;
}

/** What a process and everything it started use at the moment. Linux only. */
export function useOf(root: number): Use {
  const family = familyOf(root);
  const sum = (of: (id: number) => number) => family.reduce((all, id) => all + of(id), 0);
  return { cpuSeconds: sum(cpuOf), megabytes: sum(memoryOf), processes: family.length };
}

function familyOf(root: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ id: Number(name), parent: Number(statOf(Number(name))[1] ?? -1) }));
  const family = [root];
  for (const id of family)
    family.push(...parents.filter(({ parent }) => parent === id).map((one) => one.id));
  return family;
}

/** Ended children count, too: PostgreSQL's connections come and go. */
function cpuOf(id: number): number {
  const stat = statOf(id);
  const ticks = [11, 12, 13, 14].map((field) => Number(stat[field] ?? 0));
  return ticks.reduce((all, one) => all + one, 0) / ticksPerSecond;
}

function memoryOf(id: number): number {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1];
  return Number(kilobytes ?? 0) / 1_024;
}

/** The fields after the name, which may hold anything. */
function statOf(id: number): string[] {
  const stat = read(`/proc/${id}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
