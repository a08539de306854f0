"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { copied } from "../../_components/delivery/copied.ts";
import { Button, LinkButton } from "../../_components/primitives/button.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";

/**
 * A thank-you that only a person may publish: its text, a link to the network's composer, and a button to
 * confirm it.
 */
export function PostByHand({
  composer,
  network,
  text,
  isFirst,
  isPending,
  onDone,
}: {
  composer: string;
  network: string;
  text: string;
  isFirst: boolean;
  isPending: boolean;
  onDone: () => void;
}) {
  const t = useTranslations("shout-outs");
  const [isOpened, setOpened] = useState(false);
  const next = isFirst ? "ink" : "outline";
  const copy = () => {
    setOpened(true);
    void copied(text).then((isCopied) =>
      showToast(t(isCopied ? "copied" : "notCopied"), { isFailure: !isCopied }),
    );
  };
  return (
    <>
      <LinkButton
        href={composer}
        target="_blank"
        rel="noreferrer"
        variant={isOpened ? "outline" : next}
        onClick={copy}
      >
        {t("copyAndOpen", { network })}
      </LinkButton>
      {isOpened ? (
        <Button variant={next} disabled={isPending} onClick={onDone}>
          {t("postedIt")}
        </Button>
      ) : null}
    </>
  );
}
