import { execFileSync } from "node:child_process";

/** By how much a process, or one of those it started, grows at most in bytes; looked at twice a second. */
export function watchMemory(first: number): { growth: () => number } {
  const before = residentBytes(first);
  let most = before;
  const look = () => {
    most = Math.max(most, residentBytes(first));
  };
  const timer = setInterval(look, 500);
  return {
    growth: () => {
      clearInterval(timer);
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
