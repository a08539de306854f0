"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { showToast } from "../primitives/toast.tsx";
import { useRefusal } from "../primitives/use-refusal.ts";
import type { ComposerProps, Moment, Sent } from "./composer-props.ts";
import { draftInput } from "./draft.ts";
import { useDraft } from "./use-draft.ts";
import { useMoment } from "./use-moment.ts";

/** What the composer does: writing, choosing a moment, and handing over. A refusal keeps everything as it was. */
export function useComposer(props: ComposerProps) {
  const { start, nextFree, save } = props;
  const writing = useDraft({ ...start, isAutosaved: !start.isScheduled }, save);
  const { draft, change, state } = writing;
  const [when, setWhen] = useState(start.when);
  const free = nextFree[draft.stageId ?? ""] ?? nextFree[""] ?? "";
  const at = when.kind === "next" ? free : when.chosenAt;
  const handing = useHandOver(props, writing);
  const discard = useDiscard(props, writing);
  return {
    draft,
    change,
    saveNow: writing.save,
    state,
    when,
    setWhen,
    at,
    nextFree: free,
    ...handing,
    discard,
  };
}

/** Deletes the draft that is open, and goes to where it would have stood. */
function useDiscard(
  { remove, restore, links }: ComposerProps,
  { save }: ReturnType<typeof useDraft>,
) {
  const t = useTranslations();
  const router = useRouter();
  const inWords = useRefusal();
  return async () => {
    const postId = await save();
    const outcome = postId ? await sent(() => remove({ postId })) : undefined;
    if (outcome && !outcome.ok)
      return showToast(outcome.refusal ? inWords(outcome) : t("common.noConnection"), {
        isFailure: true,
      });
    const onUndo = () => void (postId && sent(() => restore({ postId })));
    showToast(t("compose.draftDeleted"), { undo: { label: t("common.undo"), onUndo } });
    router.push(links.calendar);
  };
}

function useHandOver(
  { start, send, links }: ComposerProps,
  { save, latest, postId }: ReturnType<typeof useDraft>,
) {
  const t = useTranslations();
  const router = useRouter();
  const moment = useMoment();
  const [isAsked, setAsked] = useState(false);
  const inWords = useRefusal();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);

  async function hand(over: Moment, hasProblems: boolean): Promise<void> {
    setAsked(true);
    setProblem(undefined);
    if (hasProblems || isBusy) return;
    setBusy(true);
    if (!start.isScheduled) await save();
    const draft = draftInput(latest(), postId());
    const outcome = await sent(() => send({ draft, when: over, wasScheduled: start.isScheduled }));
    if (outcome.ok) return leave(over);
    setProblem(outcome);
    setBusy(false);
  }

  function leave(over: Moment): void {
    const isNow = over.kind === "now";
    showToast(
      isNow ? t("compose.onItsWay") : t("compose.scheduledFor", { moment: moment(over.at) }),
    );
    router.push(
      isNow ? `${links.post}/${postId() ?? ""}` : `${links.calendar}?day=${over.at.slice(0, 10)}`,
    );
  }

  return { hand, isAsked, refusal: sentence(), isBusy };

  function sentence(): string {
    if (!problem) return "";
    if (problem.refusal === "") return t("common.noConnection");
    const words = inWords(problem);
    return start.isScheduled ? `${words} ${t("compose.stillScheduled")}` : words;
  }
}

type Problem = Extract<Sent, { ok: false }> | undefined;

async function sent(send: () => Promise<Sent>): Promise<Sent> {
  try {
    return await send();
  } catch {
    return { ok: false, refusal: "", detail: {} };
  }
}
