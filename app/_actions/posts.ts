"use server";

import { optionChoicesInput } from "#lib/accounts/input";
import { listOptionChoices } from "#lib/accounts/list-option-choices";
import { changePosts } from "#lib/deliveries/change-posts";
import { discardPost } from "#lib/deliveries/discard-post";
import { importPosts, importPostsInput } from "#lib/deliveries/import-posts";
import {
  changePostsInput,
  discardPostInput,
  putPostsBackInput,
  reschedulePostInput,
  schedulePostInput,
  submitPostInput,
  swapPostsInput,
  unschedulePostInput,
} from "#lib/deliveries/input";
import { putPostsBack } from "#lib/deliveries/put-posts-back";
import { reschedulePost } from "#lib/deliveries/reschedule-post";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { submitPost } from "#lib/deliveries/submit-post";
import { swapPosts } from "#lib/deliveries/swap-posts";
import { undoDiscard } from "#lib/deliveries/undo-discard";
import { undoImport, undoImportInput } from "#lib/deliveries/undo-import";
import { unschedulePost } from "#lib/deliveries/unschedule-post";
import { duplicatePost } from "#lib/posts/duplicate-post";
import { postIdInput, saveDraftInput } from "#lib/posts/input";
import { saveDraft } from "#lib/posts/save-draft";
import { viewDraft } from "#lib/views/composer";

import { workspaceAction } from "./workspace-action.ts";

export const showDraftAction = workspaceAction(postIdInput, viewDraft);
export const saveDraftAction = workspaceAction(saveDraftInput, saveDraft);
export const duplicatePostAction = workspaceAction(postIdInput, duplicatePost);
export const restorePostAction = workspaceAction(postIdInput, undoDiscard);
export const unschedulePostAction = workspaceAction(unschedulePostInput, unschedulePost);

export const optionChoicesAction = workspaceAction(optionChoicesInput, listOptionChoices);

export const schedulePostAction = workspaceAction(schedulePostInput, schedulePost);

export const swapPostsAction = workspaceAction(swapPostsInput, swapPosts);
export const movePostAction = workspaceAction(reschedulePostInput, reschedulePost);
export const deletePostAction = workspaceAction(discardPostInput, discardPost);
export const sendPostAction = workspaceAction(submitPostInput, submitPost);

export const changePostsAction = workspaceAction(changePostsInput, changePosts);
export const putPostsBackAction = workspaceAction(putPostsBackInput, putPostsBack);
export const importPostsAction = workspaceAction(importPostsInput, importPosts);
export const undoImportAction = workspaceAction(undoImportInput, undoImport);
