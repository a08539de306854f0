import { execFileSync } from "node:child_process";

/** The most that a process or one of those it started holds. */
export function residentBytes(first: number): number {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,rss="]).toString().trim().split("\n");
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const own = new Set([first]);
  for (const [pid, parent] of processes) if (own.has(parent!)) own.add(pid!);
  return Math.max(...processes.filter(([pid]) => own.has(pid!)).map(([, , rss]) => rss! * 1_024));
}
