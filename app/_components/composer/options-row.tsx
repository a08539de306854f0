"use client";

import { Eye, EyeOff, ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Visibility } from "#lib/networks/contract/limits";

import { Button } from "../primitives/button.tsx";
import { FieldHelp, Select, TextField } from "../primitives/field.tsx";
import { DisclosureFields } from "./disclosure-fields.tsx";
import type { ComposerAccount, Draft, Tab } from "./draft.ts";
import { PollFields } from "./poll-fields.tsx";
import {
  commonPollLimit,
  commonVisibilities,
  hasOptions,
  newPoll,
  optionsOf,
  type PostOptions,
  readersOf,
  withOptions,
} from "./post-options.ts";
import { Row } from "./row.tsx";

/** Poll, content warning and visibility, if a chosen account's network has them; and the disclosure. */
export function OptionsRow({
  accounts,
  draft,
  tab,
  onChange,
}: {
  accounts: readonly ComposerAccount[];
  draft: Draft;
  tab: Tab;
  onChange: (draft: Draft) => void;
}) {
  const t = useTranslations("compose.options");
  const readers = readersOf(accounts, draft, tab);
  const options = optionsOf(draft, tab);
  // Options that were set while another account was ticked stay visible, so that they can be removed.
  const isChosen = Object.values(options).some((option) => option !== undefined);
  const isShort = !hasOptions(readers) && !isChosen;
  const change = (one: PostOptions) => onChange(withOptions(draft, tab, one));
  const props = { readers, options, change };
  return (
    <Row label={t("row")}>
      <div className="grid gap-3">
        {isShort ? null : (
          <>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <AddPoll {...props} />
              <AddWarning {...props} />
              <VisibilityField {...props} />
            </div>
            <PollPart {...props} />
            <WarningField {...props} />
          </>
        )}
        <DisclosureFields
          accounts={accounts}
          value={draft.disclosure}
          onChange={(disclosure) => onChange({ ...draft, disclosure })}
        />
      </div>
    </Row>
  );
}

interface PartProps {
  readers: readonly ComposerAccount[];
  options: PostOptions;
  change: (options: PostOptions) => void;
}

function AddPoll({ readers, options, change }: PartProps) {
  const t = useTranslations("compose.options");
  if (options.poll || !commonPollLimit(readers)) return null;
  return (
    <Button onClick={() => change({ poll: newPoll })}>
      <ListChecks size={16} aria-hidden="true" />
      {t("addPoll")}
    </Button>
  );
}

function AddWarning({ readers, options, change }: PartProps) {
  const t = useTranslations("compose.options");
  if (options.warning !== undefined || !readers.some(({ limits }) => limits.hasWarnings))
    return null;
  return (
    <Button onClick={() => change({ warning: "" })}>
      <EyeOff size={16} aria-hidden="true" />
      {t("addWarning")}
    </Button>
  );
}

function PollPart({ readers, options: { poll }, change }: PartProps) {
  if (!poll) return null;
  return (
    <PollFields
      poll={poll}
      limit={commonPollLimit(readers)}
      onChange={(next) => change({ poll: next })}
      onRemove={() => change({ poll: undefined })}
    />
  );
}

function WarningField({ readers, options: { warning }, change }: PartProps) {
  const t = useTranslations("compose.options");
  if (warning === undefined) return null;
  const without = readers.filter(({ limits }) => !limits.hasWarnings);
  return (
    <div className="grid justify-items-start gap-1 [&>div]:w-full">
      <TextField
        label={t("warning")}
        help={
          without.length > 0 ? t("noWarningThere", { accounts: named(without) }) : t("warningHelp")
        }
        hasNoErrorRoom
        value={warning}
        maxLength={1_000}
        onChange={(event) => change({ warning: event.target.value })}
      />
      <Button variant="quiet" onClick={() => change({ warning: undefined })}>
        {t("removeWarning")}
      </Button>
    </div>
  );
}

function VisibilityField({ readers, options, change }: PartProps) {
  const t = useTranslations("compose.options");
  const offered = commonVisibilities(readers);
  const [usual] = offered;
  if (!usual) return null;
  const chosen = options.visibility ?? usual;
  const open = readers.filter(({ limits }) => !limits.visibilities);
  const isNarrow = chosen !== "public" && open.length > 0;
  return (
    <label className="flex flex-wrap items-center gap-2">
      <Eye size={16} aria-hidden="true" />
      <span className="sr-only">{t("visibility")}</span>
      <Select
        className="w-auto max-w-full"
        value={chosen}
        onChange={(event) => change({ visibility: oneOf(offered, event.target.value, usual) })}
      >
        {offered.map((visibility) => (
          <option key={visibility} value={visibility}>
            {t(visibility)}
          </option>
        ))}
      </Select>
      {isNarrow ? <FieldHelp>{t("everyoneThere", { accounts: named(open) })}</FieldHelp> : null}
    </label>
  );
}

/** Returns the visibility to store. The network's default is stored as undefined. */
function oneOf(
  offered: readonly Visibility[],
  value: string,
  usual: Visibility,
): Visibility | undefined {
  const found = offered.find((visibility) => visibility === value);
  return found === usual ? undefined : found;
}

function named(accounts: readonly ComposerAccount[]): string {
  return [...new Set(accounts.map(({ networkLabel }) => networkLabel))].join(", ");
}
