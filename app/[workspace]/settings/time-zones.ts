import type { Option } from "../../_components/primitives/field.tsx";

/** Returns every time zone known to this machine, and `current` even if it uses an older name. */
export function timeZoneOptions(current: string): Option[] {
  const zones = [...new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  return zones.toSorted().map((value) => ({ value, label: value.replaceAll("_", " ") }));
}
