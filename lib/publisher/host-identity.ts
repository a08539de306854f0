import { readFileSync, readlinkSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";

/**
 * A name for the space in which this process's number names one process and no other: two places
 * that live at the same time never have the same. Null where this cannot be told.
 */
export function findHostIdentity(platform: string = process.platform): string | null {
  return platform === "linux" ? placeOnLinux() : placeElsewhere();
}

/** The machine since it was started, and the space of process ids on it: every container has its own. */
function placeOnLinux(): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return boot && `${boot} ${readlinkSync("/proc/self/ns/pid")} ${hostname()}`;
  } catch {
    return null;
  }
}

/** No spaces of process ids there; machines that share a name do not share the numbers of their network cards. */
function placeElsewhere(): string | null {
  const cards = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const numbers = cards.filter(({ internal }) => !internal).map(({ mac }) => mac);
  return numbers.length > 0 ? [hostname(), ...new Set(numbers.toSorted())].join(" ") : null;
}
