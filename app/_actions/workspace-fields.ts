/** Settings that are a single field each. */
const settingNames = [
  "shoutOutsPerWeek",
  "publicCooldownDays",
  "privateCooldownDays",
  "lateMinutes",
  "whenTooLate",
] as const;

/**
 * Reads the workspace fields that the form has. They are named like the input's paths
 * (`settings.lateMinutes`, `stageNames.<id>`), so that errors can be shown at their fields.
 */
export function workspaceFields(form: FormData) {
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value] as const] : [],
    ),
  );
  const plan = under(typed, "settings.plan.");
  const stageNames = under(typed, "stageNames.");
  const settings = {
    ...Object.fromEntries(
      settingNames.flatMap((name) => {
        const value = typed[`settings.${name}`];
        return value === undefined ? [] : [[name, filled(value)] as const];
      }),
    ),
    ...(plan && { plan }),
  };
  const input = {
    ...(typed["version"] && { version: Number(typed["version"]) }),
    ...(typed["planned"] && { planned: typed["planned"] }),
    ...(typed["name"] !== undefined && { name: typed["name"] }),
    ...(typed["timeZone"] !== undefined && { timeZone: typed["timeZone"] }),
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(stageNames && { stageNames }),
  };
  return { typed, input };
}

function under(typed: Readonly<Record<string, string>>, prefix: string) {
  const entries = Object.entries(typed).filter(([name]) => name.startsWith(prefix));
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** Replaces an empty value by text that is no number, so that it is refused and not read as zero. */
function filled(value: string): string {
  return value.trim() || "empty";
}
