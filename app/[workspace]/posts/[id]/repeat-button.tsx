"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "../../../_components/primitives/button.tsx";
import { RepeatDialog } from "./repeat-dialog.tsx";

/** Opens the dialog to repeat a post. `firstAt`: first occurrence, in the workspace's time zone. */
export function RepeatButton(props: {
  workspace: string;
  post: { id: string; version: number };
  firstAt: string;
  /** The post is planned for `firstAt`, so the dialog does not ask for it. */
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
