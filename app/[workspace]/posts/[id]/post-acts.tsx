"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

import type { PostStatus } from "#lib/deliveries/post-status";
import type { PostView } from "#lib/views/post";

import {
  deletePostAction,
  duplicatePostAction,
  putPostsBackAction,
  restorePostAction,
  unschedulePostAction,
} from "../../../_actions/posts.ts";
import { useUndoDiscard } from "../../../_components/delivery/use-undo-discard.ts";
import { answered, type Outcome } from "../../../_components/primitives/answered.ts";
import { Button, LinkButton } from "../../../_components/primitives/button.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";
import { useRefusal } from "../../../_components/primitives/use-refusal.ts";
import { useUndo } from "../../../_components/primitives/use-undo.ts";

type Post = Pick<PostView["post"], "id" | "version" | "publishAt" | "stageId">;

/** Actions for the post in its present state. Published posts cannot be edited or deleted here. */
export function PostActs({
  workspace,
  post,
  status,
}: {
  workspace: string;
  post: Post;
  status: PostStatus;
}) {
  const t = useTranslations("calendar");
  const { id: postId, version } = post;
  const { isBusy, act } = useAct();
  const canEdit = status === "draft" || status === "scheduled" || status === "missed";
  const calendar = `/${workspace}/calendar`;
  const sayDeleted = useUndoDiscard(restorePostAction.bind(null, workspace));
  const wasScheduled = status !== "draft";
  const remove = () => deletePostAction(workspace, { postId, version, wasScheduled });
  const unscheduling = useUnscheduling(workspace, post);
  const duplicate = () => duplicatePostAction(workspace, { postId });
  return (
    <>
      {canEdit ? (
        <Button
          variant="quiet"
          disabled={isBusy}
          onClick={() => act(remove, () => sayDeleted(postId), calendar)}
        >
          {t("delete")}
        </Button>
      ) : null}
      {status === "scheduled" ? (
        <Button disabled={isBusy} onClick={() => act(unscheduling.act, unscheduling.say)}>
          {t("post.unschedule")}
        </Button>
      ) : null}
      <Button
        disabled={isBusy}
        onClick={() => act(duplicate, () => showToast(t("duplicated")), calendar)}
      >
        {t("duplicate")}
      </Button>
      {canEdit ? (
        <LinkButton variant="ink" href={`/${workspace}/compose?post=${postId}`}>
          {t("edit")}
        </LinkButton>
      ) : null}
    </>
  );
}

/** Turns the post into a draft, with an undo that restores its time. */
function useUnscheduling(workspace: string, { id: postId, version, publishAt, stageId }: Post) {
  const t = useTranslations("calendar");
  const undo = useUndo();
  const before = { state: "scheduled" as const, publishAt, stageId };
  // The version that results from unscheduling: the undo does not overwrite later changes.
  const back = { postId, version: version + 1, before };
  const putBack = undo(
    () => putPostsBackAction(workspace, { posts: [back] }),
    ({ notPlanned }) => showToast(t(notPlanned.length > 0 ? "backAsDraft" : "back")),
  );
  const say = () => showToast(t("post.unscheduled"), { undo: putBack });
  return { act: () => unschedulePostAction(workspace, { postId, version }), say };
}

/** Runs an action, shows its result in a toast and navigates if the action has a target. */
function useAct() {
  const inWords = useRefusal();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const act = (work: () => Promise<Outcome>, done: () => void, to?: string) =>
    start(async () => {
      const outcome = await answered(work);
      if (outcome.ok) {
        done();
        if (to) router.push(to);
      } else showToast(inWords(outcome), { isFailure: true });
    });
  return { isBusy, act };
}
