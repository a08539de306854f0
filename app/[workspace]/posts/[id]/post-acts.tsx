"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

import type { PostStatus } from "#lib/deliveries/post-status";

import {
  deletePostAction,
  duplicatePostAction,
  restorePostAction,
  unschedulePostAction,
} from "../../../_actions/posts.ts";
import { useUndoDiscard } from "../../../_components/delivery/use-undo-discard.ts";
import { Button, LinkButton } from "../../../_components/primitives/button.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";
import { useRefusal } from "../../../_components/primitives/use-refusal.ts";

type Outcome =
  | { ok: true; value: unknown }
  | { ok: false; refusal: string; detail: Record<string, string | number> };

/** What can be done with the post now: nothing that is out can be edited or deleted here. */
export function PostActs({
  workspace,
  post: { id: postId, version },
  status,
}: {
  workspace: string;
  post: { id: string; version: number };
  status: PostStatus;
}) {
  const t = useTranslations("calendar");
  const { isBusy, act } = useAct();
  const canEdit = status === "draft" || status === "scheduled" || status === "missed";
  const calendar = `/${workspace}/calendar`;
  const sayDeleted = useUndoDiscard(restorePostAction.bind(null, workspace));
  const wasScheduled = status !== "draft";
  const remove = () => deletePostAction(workspace, { postId, version, wasScheduled });
  const unschedule = () => unschedulePostAction(workspace, { postId, version });
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
        <Button disabled={isBusy} onClick={() => act(unschedule, t("post.unscheduled"))}>
          {t("post.unschedule")}
        </Button>
      ) : null}
      <Button disabled={isBusy} onClick={() => act(duplicate, t("duplicated"), calendar)}>
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

/** Runs an action, says how it went, and goes on where there is somewhere to go. */
function useAct() {
  const inWords = useRefusal();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const act = (work: () => Promise<Outcome>, done: string | (() => void), to?: string) =>
    start(async () => {
      const outcome = await work();
      if (outcome.ok) {
        if (typeof done === "string") showToast(done);
        else done();
        if (to) router.push(to);
      } else showToast(inWords(outcome), { isFailure: true });
    });
  return { isBusy, act };
}
