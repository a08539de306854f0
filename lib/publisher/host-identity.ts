import { readFileSync, readlinkSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";

/**
 * Returns a name for the scope in which a process id is unique. Two scopes that exist at the same time have
 * different names. Null if it cannot be determined.
 */
export function findHostIdentity(platform: string = process.platform): string | null {
  return platform === "linux" ? placeOnLinux() : placeElsewhere();
}

/** The machine's boot id, the process id namespace (each container has its own) and the host name. */
function placeOnLinux(): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return boot && `${boot} ${readlinkSync("/proc/self/ns/pid")} ${hostname()}`;
  } catch {
    return null;
  }
}

/**
 * Other systems have no process id namespaces. The MAC addresses distinguish machines with the same host
 * name.
 */
function placeElsewhere(): string | null {
  const cards = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const numbers = cards.filter(({ internal }) => !internal).map(({ mac }) => mac);
  return numbers.length > 0 ? [hostname(), ...new Set(numbers.toSorted())].join(" ") : null;
}
