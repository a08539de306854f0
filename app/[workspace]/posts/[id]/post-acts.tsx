"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

import type { PostStatus } from "#lib/deliveries/post-status";

import {
  deletePostAction,
  duplicatePostAction,
  unschedulePostAction,
} from "../../../_actions/posts.ts";
import { Button, LinkButton } from "../../../_components/primitives/button.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";
import { useRefusal } from "../../../_components/primitives/use-refusal.ts";

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
  const t = useTranslations("calendar");
  const { isBusy, act } = useAct();
  const canEdit = status === "draft" || status === "scheduled" || status === "missed";
  const calendar = `/${workspace}/calendar`;
  const remove = () => deletePostAction(workspace, { postId, wasScheduled: status !== "draft" });
  const unschedule = () => unschedulePostAction(workspace, { postId });
  const duplicate = () => duplicatePostAction(workspace, { postId });
  return (
    <>
      {canEdit ? (
        <Button
          variant="quiet"
          disabled={isBusy}
          onClick={() => act(remove, t("deletedForGood"), calendar)}
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
  const act = (work: () => Promise<Outcome>, done: string, to?: string) =>
    start(async () => {
      const outcome = await work();
      if (outcome.ok) {
        showToast(done);
        if (to) router.push(to);
      } else showToast(inWords(outcome), { isFailure: true });
    });
  return { isBusy, act };
}
