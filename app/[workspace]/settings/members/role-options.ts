import { roles } from "#lib/workspaces/workspace";

import type { Option } from "../../../_components/primitives/field.tsx";

/** Returns the roles as select options. `t` is the translator of the namespace `roles`. */
export function roleOptions(t: (key: string) => string): Option[] {
  return roles.map((role) => ({ value: role, label: t(`${role}.name`) }));
}
