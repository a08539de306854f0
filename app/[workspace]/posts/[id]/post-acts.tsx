"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

import type { PostStatus } from "#lib/publishing/post-status";

import {
  deletePostAction,
  duplicatePostAction,
  unschedulePostAction,
} from "../../../_actions/posts.ts";
import { Button, LinkButton } from "../../../_components/primitives/button.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";

type Outcome =
  | { ok: true; value: unknown }
  | { ok: false; refusal: string; detail: Record<string, string | number> };

/** What can be done with the post now: nothing that is out can be edited or deleted here. */
export function PostActs({
  workspace,
  postId,
  status,
}: {
  workspace: string;
  postId: string;
  status: PostStatus;
}) {
  const t = useTranslations();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const canEdit = status === "draft" || status === "scheduled" || status === "missed";
  const act = (work: () => Promise<Outcome>, done: string, to?: string) =>
    start(async () => {
      const outcome = await work();
      if (!outcome.ok)
        return void showToast(t(`refusals.${outcome.refusal}`, outcome.detail), {
          isFailure: true,
        });
      showToast(done);
      if (to) router.push(to);
    });
  const calendar = `/${workspace}/calendar`;
  return (
    <>
      {canEdit ? (
        <Button
          variant="quiet"
          disabled={isBusy}
          onClick={() =>
            act(
              () => deletePostAction(workspace, { postId, wasScheduled: status !== "draft" }),
              t("calendar.deletedForGood"),
              calendar,
            )
          }
        >
          {t("calendar.delete")}
        </Button>
      ) : null}
      {status === "scheduled" ? (
        <Button
          disabled={isBusy}
          onClick={() =>
            act(() => unschedulePostAction(workspace, { postId }), t("calendar.post.unscheduled"))
          }
        >
          {t("calendar.post.unschedule")}
        </Button>
      ) : null}
      <Button
        disabled={isBusy}
        onClick={() =>
          act(
            () => duplicatePostAction(workspace, { postId }),
            t("calendar.duplicated"),
            `${calendar}?view=list`,
          )
        }
      >
        {t("calendar.duplicate")}
      </Button>
      {canEdit ? (
        <LinkButton variant="ink" href={`/${workspace}/compose?post=${postId}`}>
          {t("calendar.edit")}
        </LinkButton>
      ) : null}
    </>
  );
}
