"use server";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { confirmTouchpoint } from "#lib/advocacy/confirm-touchpoint";
import { acceptInput, confirmInput, shoutOutInput, skipInput } from "#lib/advocacy/input";
import { markThankedByHand } from "#lib/advocacy/mark-thanked-by-hand";
import { skipShoutOut } from "#lib/advocacy/skip-shout-out";

import { workspaceAction } from "./workspace-action.ts";

export const acceptShoutOutAction = workspaceAction(acceptInput, acceptShoutOut);
export const skipShoutOutAction = workspaceAction(skipInput, skipShoutOut);
export const markThankedByHandAction = workspaceAction(shoutOutInput, markThankedByHand);
export const confirmTouchpointAction = workspaceAction(confirmInput, confirmTouchpoint);
