"use server";

import { answerDelivery } from "#lib/publishing/answer-delivery";
import { deletePublished } from "#lib/publishing/delete-published";
import {
  answerDeliveryInput,
  deliveryIdInput,
  reschedulePostInput,
  schedulePostInput,
  unschedulePostInput,
} from "#lib/publishing/input";
import { reschedulePost } from "#lib/publishing/reschedule-post";
import { schedulePost } from "#lib/publishing/schedule-post";
import { unschedulePost } from "#lib/publishing/unschedule-post";

import { workspaceAction } from "./workspace-action.ts";

export const schedulePostAction = workspaceAction(schedulePostInput, schedulePost);
export const reschedulePostAction = workspaceAction(reschedulePostInput, reschedulePost);
export const unschedulePostAction = workspaceAction(unschedulePostInput, unschedulePost);
export const answerDeliveryAction = workspaceAction(answerDeliveryInput, answerDelivery);
export const deletePublishedAction = workspaceAction(deliveryIdInput, deletePublished);
