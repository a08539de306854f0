import { touchpointTypes } from "../engagement/touchpoint.ts";

/** What a rule of the workspace's own may ask for: a touchpoint's type, or all of them. */
export const ruleTypes = ["any", ...touchpointTypes] as const;
