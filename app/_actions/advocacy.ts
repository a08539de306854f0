"use server";

import { z } from "zod";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { chooseWording } from "#lib/advocacy/choose-wording";
import {
  acceptInput,
  answerInput,
  closeCaseInput,
  confirmInput,
  quietThanksInput,
  skipInput,
  thankedByHandInput,
  wordingInput,
} from "#lib/advocacy/input";
import { markThankedByHand } from "#lib/advocacy/mark-thanked-by-hand";
import { replyToTouchpoint } from "#lib/advocacy/reply-to-touchpoint";
import { skipShoutOut } from "#lib/advocacy/skip-shout-out";
import { thankQuietly } from "#lib/advocacy/thank-quietly";
import { closeCase } from "#lib/projector/close-case";
import { confirmTouchpoint } from "#lib/projector/confirm-touchpoint";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import { workspaceAction } from "./workspace-action.ts";

export const acceptShoutOutAction = workspaceAction(acceptInput, acceptShoutOut);
export const skipShoutOutAction = workspaceAction(skipInput, skipShoutOut);
export const markThankedByHandAction = workspaceAction(thankedByHandInput, markThankedByHand);
export const chooseWordingAction = workspaceAction(wordingInput, chooseWording);
export const replyToTouchpointAction = workspaceAction(answerInput, replyToTouchpoint);
export const closeCaseAction = workspaceAction(closeCaseInput, closeCase);
export const thankQuietlyAction = workspaceAction(quietThanksInput, thankQuietly);
/** Sets the weekly limit, a workspace setting that is also shown on the page of shout-outs. */
export const setWeeklyShoutOutsAction = workspaceAction(
  z.object({ perWeek: z.number().int().min(0).max(50) }),
  (ctx, { perWeek }) => changeWorkspace(ctx, { settings: { shoutOutsPerWeek: perWeek } }),
);
/** Sets the percentage of people left out at random, which is also shown on the page of shout-outs. */
export const setHeldOutAction = workspaceAction(
  z.object({ percent: z.number().int().min(0).max(50) }),
  (ctx, { percent }) => changeWorkspace(ctx, { settings: { heldOutPercent: percent } }),
);
export const confirmTouchpointAction = workspaceAction(confirmInput, confirmTouchpoint);
