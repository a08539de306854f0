"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { nextPlace } from "#lib/posts/next-place";

import { answered } from "../primitives/answered.ts";
import { showToast } from "../primitives/toast.tsx";
import { useRefusal } from "../primitives/use-refusal.ts";
import { useUndo } from "../primitives/use-undo.ts";
import type { ComposerProps, Moment, Sent } from "./composer-props.ts";
import type { DraftKeeper } from "./draft-keeper.ts";
import type { Draft, When } from "./draft.ts";
import { isMeeting } from "./save-draft.ts";
import { useDraft } from "./use-draft.ts";
import { useMeeting } from "./use-meeting.ts";
import { useMoment } from "./use-moment.ts";
import { useWhen } from "./use-when.ts";

/** State and actions of the composer: writing, choosing a time, scheduling. A refusal changes nothing. */
export function useComposer(props: ComposerProps) {
  const { start, save, owner } = props;
  const [isScheduled, setScheduled] = useState(start.isScheduled);
  const { keeper, draft, state, isRestored } = useDraft(start, {
    send: save,
    load: props.load,
    owner,
    isAutosaved: !isScheduled,
  });
  const { when, setWhen, isMomentRestored, dropMoment } = useWhen(start, keeper.moment);
  const { free, moment, queue } = momentsOf(props, draft, when);
  const at = when.kind === "next" ? free : when.chosenAt;
  const { problem, setProblem, ...handing } = useHandOver(props, keeper, isScheduled);
  const refusals = [problem, state.kind === "failed" ? state : undefined];
  const met = refusals.find((one) => one && isMeeting(one));
  const meeting = useMeeting(props, keeper, {
    isMet: met !== undefined,
    onSettled: (theirs) => {
      setScheduled(theirs.isScheduled);
      setProblem(undefined);
    },
  });
  const discard = useDiscard(props, keeper);
  return {
    draft,
    change: keeper.change,
    saveNow: keeper.save,
    state,
    when,
    setWhen,
    at,
    moment,
    nextFree: free,
    queue,
    ...handing,
    discard,
    isScheduled,
    met: met?.refusal === undefined ? undefined : { ...met, refusal: met.refusal },
    meeting,
    isRestored: isRestored || isMomentRestored,
    dropRestored: () => dropBoth(isRestored ? keeper : undefined, dropMoment),
    detach: async () => {
      setScheduled(false);
      setProblem(undefined);
      await keeper.detach();
    },
  };
}

/** Discards what was restored from this browser: the time, and the text if any. */
function dropBoth(words: DraftKeeper | undefined, dropMoment: () => void): void {
  words?.dropRestored();
  dropMoment();
}

/** Returns the next free slot or else a usual time, and the time that the main button asks for. */
function momentsOf({ start, nextFree, queue }: ComposerProps, draft: Draft, when: When) {
  const place = nextPlace(queue, draft);
  const hasQueue = queue.places.some(({ accountId }) => draft.accountIds.includes(accountId));
  const free = place ?? nextFree[draft.stageId ?? ""] ?? nextFree[""] ?? "";
  return { free, moment: moment(), queue: queueState() };

  function moment(): Moment {
    if (when.kind === "next")
      return place ? { kind: "next-slot" } : { kind: "wall-clock", at: free };
    const { chosenAt: at } = when;
    return { kind: at === start.slotAt ? "slot" : "wall-clock", at };
  }

  function queueState(): QueueState {
    if (place) return "free";
    return hasQueue ? "full" : "none";
  }
}

/** Whether the post's accounts have slots, and whether one of them is free for the post. */
export type QueueState = "none" | "free" | "full";

/** Returns the action that deletes the open draft and navigates to where it was listed. */
function useDiscard({ remove, restore, links }: ComposerProps, keeper: DraftKeeper) {
  const t = useTranslations();
  const router = useRouter();
  const inWords = useRefusal();
  const undo = useUndo();
  return async () => {
    await keeper.save();
    const { postId, version } = keeper.input();
    const outcome = postId ? await answered(() => remove({ postId, version })) : undefined;
    if (outcome && !outcome.ok) return showToast(inWords(outcome), { isFailure: true });
    keeper.forget();
    const back = postId ? { undo: undo(() => restore({ postId })) } : {};
    showToast(t("compose.draftDeleted"), back);
    router.push(links.calendar);
  };
}

function useHandOver({ send, links }: ComposerProps, keeper: DraftKeeper, isScheduled: boolean) {
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
    if (!isScheduled) await keeper.save();
    const outcome = await answered(() =>
      send({ draft: keeper.input(), when: over, wasScheduled: isScheduled }),
    );
    if (outcome.ok) return leave(over, outcome.value.localTime);
    setProblem(outcome);
    setBusy(false);
  }

  function leave(over: Moment, at: string): void {
    keeper.forget();
    const isNow = over.kind === "now";
    showToast(isNow ? t("compose.onItsWay") : t("compose.scheduledFor", { moment: moment(at) }));
    router.push(
      isNow ? `${links.post}/${keeper.postId ?? ""}` : `${links.calendar}?day=${at.slice(0, 10)}`,
    );
  }

  return { hand, isAsked, refusal: sentence(), isBusy, problem, setProblem };

  function sentence(): string {
    if (!problem || isMeeting(problem)) return "";
    const words = inWords(problem);
    if (problem.refusal === "no-connection") return words;
    return isScheduled ? `${words} ${t("compose.stillScheduled")}` : words;
  }
}

type Problem = Extract<Sent, { ok: false }> | undefined;
