"use client";

import { Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { spokenLocale } from "#lib/i18n/locale";
import type { Problem } from "#lib/posts/problems";

import { Button } from "../primitives/button.tsx";
import { HeadActions, HeadBar } from "../primitives/page-head.tsx";
import { TextLink } from "../primitives/text-link.tsx";
import type { ComposerProps } from "./composer-props.ts";
import type { SaveState } from "./save-draft.ts";
import type { useComposer } from "./use-composer.ts";
import { useMoment } from "./use-moment.ts";

/** Title, state of saving and the main actions. The main button names the time. */
export function ComposerHead({
  composer,
  problems,
  start,
  answers,
}: {
  composer: ReturnType<typeof useComposer>;
  problems: readonly Problem[];
  start: ComposerProps["start"];
  answers: ComposerProps["answers"];
}) {
  const t = useTranslations("compose");
  const moment = useMoment();
  const hasProblems = problems.length > 0;
  const label = moment(composer.at);
  return (
    <HeadBar className="col-span-full">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h1>{answers ? t("replyTitle", { name: answers.name }) : t(titleOf(start))}</h1>
        <Saved state={composer.state} />
      </div>
      <HeadActions>
        {start.isScheduled ? null : (
          <DiscardButton discard={composer.discard} isKept={hasDraft(composer.state, start)} />
        )}
        {start.isScheduled ? null : (
          <Button variant="quiet" onClick={() => void composer.saveNow()}>
            {t("saveDraft")}
          </Button>
        )}
        <Button
          disabled={composer.isBusy}
          onClick={() => void composer.hand({ kind: "now" }, hasProblems)}
        >
          {t("postNow")}
        </Button>
        <Button
          variant="ink"
          disabled={composer.isBusy || label === ""}
          onClick={() => void composer.hand(composer.moment, hasProblems)}
        >
          {label === "" ? t("pickTime") : t("scheduleFor", { moment: label })}
        </Button>
      </HeadActions>
    </HeadBar>
  );
}

function titleOf({ isScheduled, postId }: ComposerProps["start"]) {
  if (isScheduled) return "editTitle";
  return postId ? "draftTitle" : "title";
}

function hasDraft({ kind }: SaveState, { postId }: ComposerProps["start"]): boolean {
  return kind === "saved" || (kind !== "saving" && postId !== undefined);
}

function DiscardButton({
  discard,
  isKept,
}: {
  discard: () => Promise<void>;
  /** Whether there is a saved draft that can be deleted. */
  isKept: boolean;
}) {
  const t = useTranslations("compose");
  return isKept ? (
    <Button variant="quiet" isIcon aria-label={t("deleteDraft")} onClick={() => void discard()}>
      <Trash2 aria-hidden="true" />
    </Button>
  ) : null;
}

function Saved({ state }: { state: SaveState }) {
  const t = useTranslations("compose");
  const locale = useLocale();
  if (state.kind === "failed") return <NotSaved state={state} />;
  const text = {
    untouched: "",
    saving: t("saving"),
    saved:
      state.kind === "saved"
        ? t("savedAt", {
            time: new Intl.DateTimeFormat(spokenLocale(locale), { timeStyle: "short" }).format(
              state.at,
            ),
          })
        : "",
  }[state.kind];
  return <output className="text-small text-ink-3">{text}</output>;
}

/**
 * Why the draft was not saved and what to do. A user who was signed out can sign in on another page and keeps
 * the input.
 */
function NotSaved({ state: { refusal, detail } }: { state: SaveState & { kind: "failed" } }) {
  const t = useTranslations();
  const isSignedOut = refusal === "signed-out";
  const reason = refusal && t.has(`refusals.${refusal}`) ? t(`refusals.${refusal}`, detail) : "";
  return (
    <output className="text-small font-semibold text-danger">
      {isSignedOut ? t("compose.signedOut") : reason || t("compose.notSaved")}{" "}
      {isSignedOut ? (
        <TextLink href="/sign-in" isInline target="_blank">
          {t("compose.signInAgain")}
        </TextLink>
      ) : null}
    </output>
  );
}
