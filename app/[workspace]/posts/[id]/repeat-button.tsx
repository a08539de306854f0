"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "../../../_components/primitives/button.tsx";
import { RepeatDialog } from "./repeat-dialog.tsx";

/** Opens the question how a post is to come again. `firstAt`: when it comes first, on the workspace's clock. */
export function RepeatButton(props: {
  workspace: string;
  post: { id: string; version: number };
  firstAt: string;
  /** It is planned for then, so that is not asked. */
  isPlanned: boolean;
}) {
  const t = useTranslations("repeat");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      {isOpen ? <RepeatDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
