import type { Option } from "../../_components/primitives/field.tsx";

/** Every zone this machine knows, and `current` even where it goes by an older name. */
export function timeZoneOptions(current: string): Option[] {
  const zones = [...new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  return zones.toSorted().map((value) => ({ value, label: value.replaceAll("_", " ") }));
}
