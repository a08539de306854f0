"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import type { ChangedPost, ChangedPosts } from "#lib/deliveries/change-posts";
import type { PostsChange } from "#lib/deliveries/input";
import type { PutBack } from "#lib/deliveries/put-posts-back";
import type { Result } from "#lib/kernel/result";

import { useAct } from "../../_components/delivery/use-act.ts";
import { showToast } from "../../_components/primitives/toast.tsx";
import { useRefusal } from "../../_components/primitives/use-refusal.ts";
import { isAsking, startOf } from "./bulk-fields.tsx";
import type { Selectable } from "./selection.tsx";

interface Before {
  state: "draft" | "scheduled";
  publishAt: Date | null;
  stageId: string | null;
}

export interface BulkProps {
  acts: {
    change: (input: {
      posts: { postId: string; version: number }[];
      change: PostsChange;
      isPreview: boolean;
    }) => Promise<Result<ChangedPosts, string>>;
    putBack: (input: {
      posts: { postId: string; version: number | undefined; before: Before }[];
    }) => Promise<Result<PutBack, string>>;
  };
  timeZone: string;
  /** `YYYY-MM-DD` in the workspace's time zone. */
  today: string;
  stages: readonly { readonly id: string; readonly name: string }[];
  /** Maximum number of posts in one change. */
  most: number;
  canEdit: boolean;
}

export interface Asked {
  readonly posts: readonly Selectable[];
  readonly change: PostsChange;
}

/**
 * Previews a bulk change, then applies it. If a post changed between the two, shows the new state and changes
 * nothing.
 */
export function useBulk({ acts, today, stages }: BulkProps, onDone: () => void) {
  const t = useTranslations();
  const { isPending, problem, act } = useAct();
  const [asked, setAsked] = useState<Asked>();
  const [rows, setRows] = useState<readonly ChangedPost[]>();
  const putBack = usePuttingBack(acts.putBack);
  const close = () => setAsked(undefined);

  function ask(next: Asked, isPreview: boolean): void {
    const { posts, change } = next;
    if (posts.length === 0) return close();
    setAsked(next);
    const named = posts.map(({ id, version }) => ({ postId: id, version }));
    act(
      () => acts.change({ posts: named, change, isPreview }),
      ({ isDone, rows: found }) => {
        setRows(found);
        if (!isDone) return;
        onDone();
        close();
        const undo = { label: t("common.undo"), onUndo: () => void putBack(found) };
        showToast(t(`calendar.bulk.done.${change.kind}`, { count: found.length }), { undo });
      },
    );
  }
  function open(kind: PostsChange["kind"], posts: readonly Selectable[]): void {
    const change = startOf(kind, { today, stages });
    setRows(undefined);
    if (isAsking(kind)) setAsked({ posts, change });
    else ask({ posts, change }, true);
  }
  function changeTo(change: PostsChange): void {
    setRows(undefined);
    if (asked) setAsked({ ...asked, change });
  }
  const look = (posts: readonly Selectable[], change: PostsChange) => ask({ posts, change }, true);
  const run = (posts: readonly Selectable[], change: PostsChange) => ask({ posts, change }, false);
  return { open, close, look, run, change: changeTo, asked, rows, problem, isBusy: isPending };
}

export type Bulk = ReturnType<typeof useBulk>;

function usePuttingBack(act: BulkProps["acts"]["putBack"]) {
  const t = useTranslations();
  const inWords = useRefusal();
  return async (rows: readonly ChangedPost[]) => {
    const posts = rows.map(({ postId, before, after }) => ({
      postId,
      version: after?.version,
      before: {
        ...before,
        state: before.state === "scheduled" ? before.state : ("draft" as const),
      },
    }));
    const outcome = await act({ posts }).catch(() => undefined);
    if (!outcome) return showToast(t("common.noConnection"), { isFailure: true });
    if (!outcome.ok) return showToast(inWords(outcome), { isFailure: true });
    const count = outcome.value.notPlanned.length;
    showToast(count > 0 ? t("calendar.bulk.backAsDrafts", { count }) : t("calendar.bulk.back"));
  };
}
