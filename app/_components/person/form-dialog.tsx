"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";

import { AutosavedForm, useForget } from "../primitives/autosaved-form.tsx";
import { Button, type ButtonVariant } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Notice } from "../primitives/notice.tsx";
import { SubmitButton } from "../primitives/submit-button.tsx";

export interface FormDialogProps {
  /** Identifies the form among the user's forms; set if its input is to be kept. */
  kept?: string;
  version?: number | string;
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

/** A form in a dialog. Refusals are shown above the fields, which keep their input. */
export function FormDialog(props: FormDialogProps) {
  const t = useTranslations("common");
  const formId = useId();
  const { kept, version } = props;
  const { begin, cancel } = useCopy(props);
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={cancel}>{t("cancel")}</Button>
          <SubmitButton form={formId} isPending={props.isBusy} variant={props.variant ?? "ink"}>
            {props.submit}
          </SubmitButton>
        </>
      }
    >
      <AutosavedForm
        {...{ kept, version }}
        id={formId}
        className="grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          begin();
          props.onSubmit(reader(new FormData(event.currentTarget)));
        }}
      >
        <Notice tone="danger">{props.refusal}</Notice>
        {props.children}
      </AutosavedForm>
    </Dialog>
  );
}

/**
 * Deletes the kept copy when the dialog is closed after sending or is cancelled; Escape and a click outside
 * keep it.
 */
function useCopy({ kept = "", isOpen, refusal, onClose }: FormDialogProps) {
  const forget = useForget();
  const isSent = useRef(false);
  useEffect(() => {
    if (refusal) isSent.current = false;
    if (isOpen || !isSent.current) return;
    isSent.current = false;
    forget(kept);
  });
  return {
    begin: () => void (isSent.current = true),
    cancel: () => {
      forget(kept);
      onClose();
    },
  };
}

function reader(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
}
