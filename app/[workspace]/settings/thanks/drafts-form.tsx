"use client";

import { useTranslations } from "next-intl";

import { tones, type DraftSettings } from "#lib/workspaces/draft-settings";

import { changeDraftSettingsAction, type DraftsState } from "../../../_actions/drafts.ts";
import { SelectField } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { RowsNotice } from "../rows-notice.tsx";
import { useRowsForm } from "../use-rows-form.ts";
import { draftsEditOf, isSameDrafts, readDrafts, takeOverDrafts } from "./drafts-edit.ts";
import { SentencePreviews } from "./sentence-previews.tsx";
import { SentenceRows } from "./sentence-rows.tsx";

const keptAs = {
  kept: "drafts",
  read: readDrafts,
  isSame: isSameDrafts,
  takeOver: takeOverDrafts,
};

/** Form for the tone and the workspace's own sentences, saved together; previews them with real people. */
export function DraftsForm({
  workspace,
  version,
  ...settings
}: DraftSettings & { workspace: string; version: number }) {
  const t = useTranslations("draft-settings");
  const saved = draftsEditOf(settings);
  const kept = { ...keptAs, version, saved };
  const { state, isPending, form, edit } = useRowsForm(changeDraftSettingsAction, none, kept);
  const { tone, rows } = edit.value;
  return (
    <form {...form}>
      <input type="hidden" name="workspace" value={workspace} />
      <RowsNotice edit={edit} />
      <Section title={t("tone")}>
        <div className="max-w-[420px]">
          <SelectField
            name="tone"
            label={t("toneLabel")}
            help={t("toneHelp")}
            value={tone}
            onChange={(event) => edit.change({ rows, tone: event.target.value })}
            options={["mixed", ...tones].map((value) => ({ value, label: t(`tones.${value}`) }))}
            hasNoErrorRoom
          />
        </div>
      </Section>
      <Section title={t("own")}>
        <div className="grid gap-3">
          <p className="max-w-[640px] text-ink-2">{t("ownText")}</p>
          <p className="max-w-[640px] text-ink-2">{t("placeholders")}</p>
          <SentenceRows
            rows={rows}
            setRows={(changed) => edit.change({ tone, rows: changed })}
            wrong={state.wrong ?? []}
          />
          <div aria-live="polite" aria-busy={isPending} className="grid gap-3">
            <FormOutcome state={state} done={t("saved")} />
            {state.previews ? <SentencePreviews previews={state.previews} /> : null}
          </div>
          <Buttons isPending={isPending} />
        </div>
      </Section>
    </form>
  );
}

const none: DraftsState = { typed: {} };

function Buttons({ isPending }: { isPending: boolean }) {
  const t = useTranslations("draft-settings");
  const common = useTranslations("common");
  return (
    <div className="flex flex-wrap gap-2">
      <SubmitButton
        variant="outline"
        name="intent"
        value="preview"
        isPending={isPending}
        pendingLabel={t("looking")}
      >
        {t("preview")}
      </SubmitButton>
      <SubmitButton name="intent" value="save" isPending={isPending}>
        {common("save")}
      </SubmitButton>
    </div>
  );
}
