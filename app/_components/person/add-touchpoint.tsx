"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";

import type { TouchpointInput } from "#lib/engagement/input";

import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Notice } from "../primitives/notice.tsx";
import { SubmitButton } from "../primitives/submit-button.tsx";
import { showToast } from "../primitives/toast.tsx";
import { TouchpointFields } from "./touchpoint-fields.tsx";

type Answer =
  | { ok: true }
  | { ok: false; refusal: string; detail: Readonly<Record<string, string | number>> };

export interface AddTouchpointProps {
  /** Absent: the form asks for a name, and a new person is made. */
  person?: { id: string; name: string };
  /** Wall clock in the workspace's zone: what stands there at first. */
  now: string;
  timeZone: string;
  networks: readonly string[];
  onAdd: (input: TouchpointInput) => Promise<Answer>;
}

/** What no network can see, written down by a member of the team. A refusal keeps what was typed. */
export function AddTouchpoint({ person, now, timeZone, networks, onAdd }: AddTouchpointProps) {
  const t = useTranslations("touchpoints.add");
  const all = useTranslations();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState("");
  const [isBusy, startAdding] = useTransition();

  function add(form: FormData): void {
    startAdding(async () => {
      const answer = await onAdd(inputOf(form, person?.id)).catch(() => undefined);
      if (answer?.ok) {
        setOpen(false);
        setRefusal("");
        showToast(t("done"));
        return;
      }
      const key = `refusals.${answer?.refusal ?? ""}`;
      setRefusal(answer && all.has(key) ? all(key, answer.detail) : all("common.noConnection"));
    });
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t("open")}
      </Button>
      <Dialog
        title={person ? t("titleFor", { name: person.name }) : t("title")}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{all("common.cancel")}</Button>
            <SubmitButton form={formId} isPending={isBusy}>
              {t("submit")}
            </SubmitButton>
          </>
        }
      >
        <form
          id={formId}
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            add(new FormData(event.currentTarget));
          }}
        >
          <p className="text-ink-2">{t("lead")}</p>
          <Notice tone="danger">{refusal}</Notice>
          <TouchpointFields
            asksName={person === undefined}
            now={now}
            timeZone={timeZone}
            networks={networks}
          />
        </form>
      </Dialog>
    </>
  );
}

function inputOf(form: FormData, personId: string | undefined): TouchpointInput {
  const typed = (name: string) => String(form.get(name) ?? "").trim();
  const stars = Number(typed("stars"));
  return {
    person: personId === undefined ? { name: typed("name") } : { id: personId },
    type: typed("type") as TouchpointInput["type"],
    channel: typed("channel"),
    at: typed("at"),
    ...(typed("text") && { text: typed("text") }),
    ...(stars > 0 && { stars }),
    ...(typed("note") && { note: typed("note") }),
  };
}
