"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

import { Button, type ButtonVariant } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Notice } from "../primitives/notice.tsx";
import { SubmitButton } from "../primitives/submit-button.tsx";

export interface FormDialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  submit: string;
  variant?: ButtonVariant;
  isBusy: boolean;
  refusal: string;
  onSubmit: (typed: (name: string) => string) => void;
  children: ReactNode;
}

/** A dialog that is a form: what the server refuses stands above the fields, which stay as they are. */
export function FormDialog(props: FormDialogProps) {
  const t = useTranslations("common");
  const formId = useId();
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("cancel")}</Button>
          <SubmitButton form={formId} isPending={props.isBusy} variant={props.variant ?? "ink"}>
            {props.submit}
          </SubmitButton>
        </>
      }
    >
      <form
        id={formId}
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit(reader(new FormData(event.currentTarget)));
        }}
      >
        <Notice tone="danger">{props.refusal}</Notice>
        {props.children}
      </form>
    </Dialog>
  );
}

function reader(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
}
