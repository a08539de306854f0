import { execFileSync } from "node:child_process";

/** By how much a process, or one of those it started, has grown at most, in bytes, whenever it was looked at. */
export function watchMemory(first: number): { look: () => void; growth: () => number } {
  const before = residentBytes(first);
  let most = before;
  const look = () => {
    most = Math.max(most, residentBytes(first));
  };
  return {
    look,
    growth: () => {
      look();
      return most - before;
    },
  };
}

/** The most that one of them holds. */
function residentBytes(first: number): number {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,rss="]).toString().trim().split("\n");
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const own = new Set([first]);
  for (const [pid, parent] of processes) if (own.has(parent!)) own.add(pid!);
  return Math.max(...processes.filter(([pid]) => own.has(pid!)).map(([, , rss]) => rss! * 1_024));
}
