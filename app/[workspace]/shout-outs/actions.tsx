"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { acceptShoutOutAction, markThankedByHandAction } from "../../_actions/advocacy.ts";
import { useAct } from "../../_components/delivery/use-act.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";
import { PostByHand } from "./post-by-hand.tsx";
import { SkipReasons, useSkip } from "./skip-reasons.tsx";
import { ThankPrivately, type Words } from "./thank-privately.tsx";

/** Actions for a suggestion. Only the first row of the list has a filled button. */
export function Actions({
  workspace,
  shoutOut: { id: shoutOutId, kind },
  words,
  byHand,
  isFirst,
}: {
  workspace: string;
  shoutOut: { readonly id: string; readonly kind: string };
  words: Words;
  /** Set if only a person may publish it: address of the network's composer, and the network's name. */
  byHand: { composer: string; network: string } | undefined;
  isFirst: boolean;
}) {
  const t = useTranslations("shout-outs");
  const { edit, done, skip, isPending, problem } = useDecisions(workspace, shoutOutId, words.name);
  const [isSkipping, setSkipping] = useState(false);
  const [isPrivate, setPrivate] = useState(false);
  return (
    <>
      <div className="mt-2 flex flex-wrap gap-x-1 gap-y-2 max-sm:grid max-sm:grid-cols-[repeat(3,auto)] max-sm:*:first:col-span-full max-sm:has-[>:nth-child(6)]:[&>:nth-child(2)]:col-span-full">
        <Sending {...{ byHand, kind, isFirst, isPending, edit, done }} text={words.text} />
        <Button variant={privateVariant(isFirst, kind)} onClick={() => setPrivate(true)}>
          {t("privately")}
        </Button>
        <Button variant="quiet" aria-expanded={isSkipping} onClick={() => setSkipping(!isSkipping)}>
          {t("skip")}
        </Button>
        <Button variant="quiet" disabled={skip.isPending} onClick={() => skip.because("never")}>
          {t("never")}
        </Button>
      </div>
      {isSkipping ? (
        <SkipReasons
          isPending={skip.isPending || isPending}
          onChoose={skip.because}
          onThanked={done}
        />
      ) : null}
      {isPrivate ? (
        <ThankPrivately {...{ workspace, shoutOutId, words }} onClose={() => setPrivate(false)} />
      ) : null}
      <Notice tone="danger">{problem}</Notice>
    </>
  );
}

/**
 * Returns the look of the button for private thanks. It is the main button if the thank-you has to be
 * private, as for purchases.
 */
function privateVariant(isFirst: boolean, kind: string) {
  if (kind === "private") return isFirst ? "ink" : "outline";
  return isFirst ? "outline" : "quiet";
}

/** Button to publish the thank-you: by hand if the network requires that, otherwise as a post. */
function Sending({
  byHand,
  kind,
  text,
  isFirst,
  isPending,
  edit,
  done,
}: {
  byHand: { composer: string; network: string } | undefined;
  kind: string;
  text: string;
  isFirst: boolean;
  isPending: boolean;
  edit: () => void;
  done: () => void;
}) {
  const t = useTranslations("shout-outs");
  if (kind === "private") return null;
  return (
    <>
      {byHand ? <PostByHand {...byHand} {...{ text, isFirst, isPending }} onDone={done} /> : null}
      <Button variant={isFirst && !byHand ? "ink" : "outline"} disabled={isPending} onClick={edit}>
        {t("edit")}
      </Button>
    </>
  );
}

function useDecisions(workspace: string, shoutOutId: string, name: string) {
  const t = useTranslations("shout-outs");
  const router = useRouter();
  const { act, isPending, problem } = useAct();
  const skip = useSkip(workspace, shoutOutId);
  const edit = () =>
    act(
      () => acceptShoutOutAction(workspace, { shoutOutId }),
      (post) => router.push(`/${workspace}/compose?post=${post.id}`),
    );
  const done = () =>
    act(
      () => markThankedByHandAction(workspace, { shoutOutId }),
      () => showToast(t("thankedByHand", { name })),
    );
  return { edit, done, skip, isPending, problem: problem || skip.problem };
}
