"use server";

import { appreciateTouchpoint } from "#lib/engagement/appreciate-touchpoint";
import { importTouchpoints } from "#lib/engagement/import-touchpoints";
import { appreciateInput, importInput, touchpointInput } from "#lib/engagement/input";
import { recordTouchpoint } from "#lib/engagement/record-touchpoint";

import { workspaceAction } from "./workspace-action.ts";

export const recordTouchpointAction = workspaceAction(touchpointInput, recordTouchpoint);
export const appreciateTouchpointAction = workspaceAction(appreciateInput, appreciateTouchpoint);
export const importTouchpointsAction = workspaceAction(importInput, importTouchpoints);
