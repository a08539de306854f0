"use client";

import { useTranslations } from "next-intl";

import { tones, type DraftSettings } from "#lib/workspaces/draft-settings";

import { changeDraftSettingsAction } from "../../../_actions/drafts.ts";
import { SelectField } from "../../../_components/primitives/field.tsx";
import { FormOutcome } from "../../../_components/primitives/form-outcome.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { SubmitButton } from "../../../_components/primitives/submit-button.tsx";
import { useKeptForm } from "../use-kept-form.ts";
import { SentencePreviews } from "./sentence-previews.tsx";
import { SentenceRows } from "./sentence-rows.tsx";

/** The tone and the workspace's own sentences, saved together; a preview with real people before. */
export function DraftsForm({
  workspace,
  version,
  tone,
  own,
}: DraftSettings & { workspace: string; version: number }) {
  const t = useTranslations("draft-settings");
  const { state, isPending, form } = useKeptForm(changeDraftSettingsAction, { typed: {} });
  return (
    <form {...form}>
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="version" value={state.detail?.["version"] ?? version} />
      <Section title={t("tone")}>
        <div className="max-w-[420px]">
          <SelectField
            name="tone"
            label={t("toneLabel")}
            help={t("toneHelp")}
            defaultValue={tone}
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
            key={own.map(({ key }) => key).join()}
            own={own}
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
