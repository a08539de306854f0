import { touchpointTypes } from "../engagement/touchpoint.ts";

/** What a workspace's own rule can match: one type of touchpoint, or `any`. */
export const ruleTypes = ["any", ...touchpointTypes] as const;
