"use server";

import { endRecurrence } from "#lib/deliveries/end-recurrence";
import { repeatPost } from "#lib/deliveries/repeat-post";
import { endRecurrenceInput, repeatPostInput } from "#lib/posts/recurrence-input";

import { workspaceAction } from "./workspace-action.ts";

export const repeatPostAction = workspaceAction(repeatPostInput, repeatPost);
export const endRecurrenceAction = workspaceAction(endRecurrenceInput, endRecurrence);
