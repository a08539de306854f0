"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { TouchpointInput } from "#lib/engagement/input";

import { Button } from "../primitives/button.tsx";
import { showToast } from "../primitives/toast.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { TouchpointFields } from "./touchpoint-fields.tsx";
import { type Answer, useAnswer } from "./use-answer.ts";

export interface AddTouchpointProps {
  /** Undefined: the form asks for a name, and a new person is created. */
  person?: { id: string; name: string };
  /** Default value: wall-clock time in the workspace's time zone. */
  now: string;
  timeZone: string;
  networks: readonly string[];
  onAdd: (input: TouchpointInput) => Promise<Answer>;
}

/** Form to record a touchpoint that no network reports. */
export function AddTouchpoint({ person, now, timeZone, networks, onAdd }: AddTouchpointProps) {
  const t = useTranslations("touchpoints.add");
  const [isOpen, setOpen] = useState(false);
  const { send, refusal, isBusy } = useAnswer();
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t("open")}
      </Button>
      <FormDialog
        kept={`touchpoint ${person?.id ?? "new"}`}
        title={person ? t("titleFor", { name: person.name }) : t("title")}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        submit={t("submit")}
        isBusy={isBusy}
        refusal={refusal}
        onSubmit={(typed) =>
          send(
            () => onAdd(inputOf(typed, person?.id)),
            () => {
              setOpen(false);
              showToast(t("done"));
            },
          )
        }
      >
        <p className="text-ink-2">{t("lead")}</p>
        <TouchpointFields
          asksName={person === undefined}
          now={now}
          timeZone={timeZone}
          networks={networks}
        />
      </FormDialog>
    </>
  );
}

function inputOf(typed: (name: string) => string, personId: string | undefined): TouchpointInput {
  const stars = Number(typed("stars"));
  return {
    person: personId === undefined ? { name: typed("name") } : { id: personId },
    // The cast holds because the select offers no other values; the server validates again.
    type: typed("type") as TouchpointInput["type"],
    channel: typed("channel"),
    at: typed("at"),
    ...(typed("text") && { text: typed("text") }),
    ...(stars > 0 && { stars }),
    ...(typed("note") && { note: typed("note") }),
  };
}
