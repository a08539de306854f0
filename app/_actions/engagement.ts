"use server";

import { importTouchpoints } from "#lib/engagement/import-touchpoints";
import { importInput, touchpointInput } from "#lib/engagement/input";
import { recordTouchpoint } from "#lib/engagement/record-touchpoint";

import { workspaceAction } from "./workspace-action.ts";

export const recordTouchpointAction = workspaceAction(touchpointInput, recordTouchpoint);
export const importTouchpointsAction = workspaceAction(importInput, importTouchpoints);
