"use client";

import { useTranslations } from "next-intl";

import type { Confidence, Likeness } from "#lib/people/compare-people";

import { mergePeopleAction, vetoMergeAction } from "../../_actions/people.ts";
import { Button } from "../primitives/button.tsx";
import { Notice } from "../primitives/notice.tsx";
import { TextLink } from "../primitives/text-link.tsx";
import { showToast } from "../primitives/toast.tsx";
import { useAnswer } from "./use-answer.ts";

/** A person in the question: name and identities. */
export interface AskedPerson {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly handles: readonly string[];
}

export interface AskedPair {
  readonly person: AskedPerson;
  readonly other: AskedPerson;
  readonly reasons: readonly Likeness[];
  readonly confidence: Confidence;
}

/** Asks whether two people are the same: reasons and both answers. */
export function SamePerson({
  workspace,
  pair: { person, other, reasons, confidence },
  isOnTheirPage = false,
  canAnswer,
}: {
  workspace: string;
  pair: AskedPair;
  /** Whether the page belongs to the first of the two. */
  isOnTheirPage?: boolean;
  canAnswer: boolean;
}) {
  const t = useTranslations("people.same");
  const { send, refusal, isBusy } = useAnswer();
  return (
    <li className="border-t py-2.5 first:border-t-0">
      <p className="wrap-anywhere">
        {isOnTheirPage ? null : (
          <>
            <Who workspace={workspace} person={person} /> {t("and")}{" "}
          </>
        )}
        <Who workspace={workspace} person={other} />
      </p>
      <p className="text-small text-ink-2">
        <b>{t(`confidence.${confidence}`)}</b>{" "}
        {reasons.map((reason) => t(`reasons.${reason}`)).join(" ")}
      </p>
      {canAnswer ? <Answers {...{ workspace, person, other, send, isBusy }} /> : null}
      <Notice tone="danger">{refusal}</Notice>
    </li>
  );
}

function Answers({
  workspace,
  person,
  other,
  send,
  isBusy,
}: Pick<AskedPair, "person" | "other"> & { workspace: string } & Pick<
    ReturnType<typeof useAnswer>,
    "send" | "isBusy"
  >) {
  const t = useTranslations("people.same");
  const both = { personId: person.id, otherId: other.id };
  const versions = { version: person.version, otherVersion: other.version };
  const names = { name: person.name, other: other.name };
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <Button
        disabled={isBusy}
        aria-label={t("mergeNamed", names)}
        onClick={() =>
          send(
            () => mergePeopleAction(workspace, { ...both, ...versions }),
            () => showToast(t("merged")),
          )
        }
      >
        {t("merge")}
      </Button>
      <Button
        variant="quiet"
        disabled={isBusy}
        aria-label={t("notNamed", names)}
        onClick={() =>
          send(
            () => vetoMergeAction(workspace, both),
            () => showToast(t("kept")),
          )
        }
      >
        {t("not")}
      </Button>
    </div>
  );
}

function Who({ workspace, person }: { workspace: string; person: AskedPerson }) {
  return (
    <>
      <TextLink href={`/${workspace}/people/${person.id}`}>
        <bdi>{person.name}</bdi>
      </TextLink>{" "}
      <span className="text-small text-ink-3">{person.handles.join(", ")}</span>
    </>
  );
}
