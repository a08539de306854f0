"use client";

import { Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Mentionable } from "#lib/people/list-mentionable";

import { thankPersonAction } from "../../_actions/people.ts";
import { usePeople } from "../../_components/composer/use-people.ts";
import { NetworkIcon } from "../../_components/network-icon.tsx";
import { useAnswer } from "../../_components/person/use-answer.ts";
import { Button } from "../../_components/primitives/button.tsx";
import { Dialog } from "../../_components/primitives/dialog.tsx";
import { TextField } from "../../_components/primitives/field.tsx";
import { menuRowLook } from "../../_components/primitives/menu-row.ts";
import { Notice } from "../../_components/primitives/notice.tsx";

/** Creates a draft for a person who is not on the list. The same rules apply; a refusal states the rule. */
export function ThankSomeone({
  workspace,
  networks,
}: {
  workspace: string;
  networks: readonly string[];
}) {
  const t = useTranslations("shout-outs");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="ink" onClick={() => setOpen(true)}>
        <Megaphone aria-hidden="true" />
        {t("thankSomeone")}
      </Button>
      {isOpen ? <Chooser {...{ workspace, networks }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Chooser({
  workspace,
  networks,
  onClose,
}: {
  workspace: string;
  networks: readonly string[];
  onClose: () => void;
}) {
  const t = useTranslations("shout-outs");
  const cancel = useTranslations("common")("cancel");
  const [search, setSearch] = useState("");
  const people = usePeople(search, { address: `/api/mentions/${workspace}`, networks });
  const { send, refusal, isBusy } = useAnswer();
  const thank = ({ personId }: Mentionable) =>
    send(
      () => thankPersonAction(workspace, { personId }),
      ({ value }) => {
        onClose();
        // The refreshed page contains the new row, to which the hash scrolls.
        window.location.hash = value.id;
      },
    );
  return (
    <Dialog
      title={t("thankSomeone")}
      isOpen
      onClose={onClose}
      actions={<Button onClick={onClose}>{cancel}</Button>}
    >
      <Notice tone="danger">{refusal}</Notice>
      <TextField
        type="search"
        label={t("whom")}
        hasNoErrorRoom
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {people.length > 0 ? (
        <Found people={people} isBusy={isBusy} onChoose={thank} />
      ) : (
        <p className="min-h-[120px] text-ink-2">{t("nobodyCalled")}</p>
      )}
    </Dialog>
  );
}

function Found({
  people,
  isBusy,
  onChoose,
}: {
  people: readonly Mentionable[];
  isBusy: boolean;
  onChoose: (person: Mentionable) => void;
}) {
  return (
    <ul className="min-h-[120px]">
      {people.map((person) => (
        <li key={person.identityId}>
          <button
            type="button"
            className={menuRowLook}
            disabled={isBusy}
            onClick={() => onChoose(person)}
          >
            <NetworkIcon network={person.network} />
            <b className="font-semibold">
              <bdi>{person.displayName}</bdi>
            </b>
            <span className="truncate text-ink-3">@{person.handle}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
