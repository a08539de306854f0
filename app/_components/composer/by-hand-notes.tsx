"use client";

import { Hand } from "lucide-react";
import { useTranslations } from "next-intl";

import { handNotesOf, type HandNote } from "#lib/posts/hand-notes";

import { type ComposerAccount, type Draft, judged } from "./draft.ts";

interface Props {
  accounts: readonly ComposerAccount[];
  draft: Draft;
}

/** Lists what a person has to post by hand, for each account whose network does not allow tools to do it. */
export function ByHandNotes({ accounts, draft }: Props) {
  const notes = handNotesOf(judged(draft), accounts);
  return (
    <div aria-live="polite">
      {notes.map((note) => (
        <Note
          key={`${note.accountId}/${note.part}`}
          note={note}
          account={accounts.find(({ id }) => id === note.accountId)}
        />
      ))}
    </div>
  );
}

function Note({
  note: { part, partCount, reason },
  account,
}: {
  note: HandNote;
  account: ComposerAccount | undefined;
}) {
  const t = useTranslations();
  const network = account?.networkLabel ?? "";
  const values = { network, account: account?.handle.replace(/^@/, "") ?? "", part };
  return (
    <p className="mt-2 flex gap-2 text-small">
      <Hand className="mt-0.5 flex-none" size={15} aria-hidden="true" />
      <span>
        {t(partCount > 1 ? "compose.byHandPart" : "compose.byHand", values)}{" "}
        {t(`delivery.byHand.${reason.code}`, { network, name: reason.name })}
      </span>
    </p>
  );
}
