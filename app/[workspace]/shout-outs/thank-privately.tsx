"use client";

import { useTranslations } from "next-intl";

import { markThankedByHandAction } from "../../_actions/advocacy.ts";
import { useAnswer } from "../../_components/person/use-answer.ts";
import { Button, LinkButton } from "../../_components/primitives/button.tsx";
import { Dialog } from "../../_components/primitives/dialog.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";

export interface Words {
  readonly name: string;
  readonly text: string;
  readonly language: string;
  /** Address of the person's profile on the network; null if unknown. */
  readonly profile: string | null;
}

/**
 * Private thanks, which a person sends: the text to copy, a link to the profile, and a button that records it
 * as sent.
 */
export function ThankPrivately({
  workspace,
  shoutOutId,
  words: { name, text, language, profile },
  onClose,
}: {
  workspace: string;
  shoutOutId: string;
  words: Words;
  onClose: () => void;
}) {
  const t = useTranslations("shout-outs");
  const { send, refusal, isBusy } = useAnswer();
  const sent = () =>
    send(
      () => markThankedByHandAction(workspace, { shoutOutId, isPrivate: true }),
      () => {
        onClose();
        showToast(t("sentPrivately", { name }));
      },
    );
  return (
    <Dialog
      title={t("privatelyTitle", { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(text)}>{t("copy")}</Button>
          {profile ? (
            <LinkButton href={profile} target="_blank" rel="noreferrer">
              {t("openProfile")}
            </LinkButton>
          ) : null}
          <Button variant="ink" disabled={isBusy} onClick={sent}>
            {t("iSentIt")}
          </Button>
        </>
      }
    >
      <Notice tone="danger">{refusal}</Notice>
      <p className="rounded-2 border bg-sunken p-3 text-read wrap-anywhere" lang={language}>
        {text}
      </p>
      <p className="text-small text-ink-2">{t("privatelyText")}</p>
    </Dialog>
  );
}
