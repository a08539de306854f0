"use client";

import { useTranslations } from "next-intl";

import { NetworkIcon } from "../network-icon.tsx";
import { Button } from "../primitives/button.tsx";
import { Chip } from "../primitives/chip.tsx";
import {
  type ComposerAccount,
  type Draft,
  partsOf,
  type Tab,
  withoutVersion,
  withParts,
} from "./draft.ts";
import { LanguageField } from "./language-field.tsx";
import { readersOf } from "./post-options.ts";
import { ThreadParts } from "./thread-parts.tsx";
import type { PeopleSource } from "./use-people.ts";

/** The shared text, and the version of each account that has one. */
export function TextRow({
  accounts,
  draft,
  tab,
  onTab,
  onChange,
  uploadTo,
  mentionsAt,
}: {
  accounts: readonly ComposerAccount[];
  draft: Draft;
  tab: Tab;
  onTab: (tab: Tab) => void;
  onChange: (draft: Draft) => void;
  uploadTo: string;
  mentionsAt: string;
}) {
  const t = useTranslations("compose");
  const isOwn = tab !== null && tab in draft.versions;
  const isReadOnly = tab !== null && !isOwn;
  const account = accounts.find((one) => one.id === tab);
  return (
    <>
      <Tabs accounts={accounts} draft={draft} tab={tab} onTab={onTab} onChange={onChange} />
      {account && isReadOnly ? (
        <SameAsEverywhere
          account={account}
          onStart={() => onChange(withParts(draft, tab, draft.parts))}
        />
      ) : (
        <ThreadParts
          key={tab ?? "everywhere"}
          parts={partsOf(draft, tab)}
          readers={readersOf(accounts, draft, tab)}
          label={account ? t("textFor", { account: account.networkLabel }) : t("text")}
          onChange={(parts) => onChange(withParts(draft, tab, parts))}
          uploadTo={uploadTo}
          mentions={mentionSource(mentionsAt, account ? [account] : accounts)}
        />
      )}
      {isOwn && tab ? (
        <Button variant="quiet" onClick={() => onChange(withoutVersion(draft, tab))}>
          {t("dropVersion")}
        </Button>
      ) : null}
    </>
  );
}

function mentionSource(address: string, readers: readonly ComposerAccount[]): PeopleSource {
  const networks = readers.filter((one) => one.canMention).map(({ network }) => network);
  return { address, networks: [...new Set(networks)] };
}

type TabsProps = Pick<
  Parameters<typeof TextRow>[0],
  "accounts" | "draft" | "tab" | "onTab" | "onChange"
>;

function Tabs({ accounts, draft, tab, onTab, onChange }: TabsProps) {
  const t = useTranslations("compose");
  return (
    <div className="mb-2 flex flex-wrap items-end justify-between gap-2 border-b border-line-2">
      <fieldset aria-label={t("versions")} className="flex flex-wrap">
        <TabButton isCurrent={tab === null} onPress={() => onTab(null)}>
          {t("everywhere")}
        </TabButton>
        {accounts.map((one) => (
          <TabButton key={one.id} isCurrent={tab === one.id} onPress={() => onTab(one.id)}>
            <NetworkIcon network={one.network} />
            {one.networkLabel}
            {one.id in draft.versions ? <Chip tone="ink">{t("ownVersion")}</Chip> : null}
          </TabButton>
        ))}
      </fieldset>
      <LanguageField
        value={draft.language}
        onChange={(language) => onChange({ ...draft, language })}
      />
    </div>
  );
}

function TabButton({
  isCurrent,
  onPress,
  children,
}: {
  isCurrent: boolean;
  onPress: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className="-mb-px inline-flex min-h-[max(34px,var(--spacing-control))] cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-3 font-medium text-ink-2 hover:text-ink focus-visible:-outline-offset-3 aria-pressed:border-ink aria-pressed:font-semibold aria-pressed:text-ink"
      aria-pressed={isCurrent}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

function SameAsEverywhere({ account, onStart }: { account: ComposerAccount; onStart: () => void }) {
  const t = useTranslations("compose");
  return (
    <div className="grid justify-items-start gap-3 rounded-2 border border-dashed border-edge p-4">
      <p>{t("sameAsEverywhere", { account: account.networkLabel })}</p>
      <Button onClick={onStart}>{t("startVersion")}</Button>
    </div>
  );
}
