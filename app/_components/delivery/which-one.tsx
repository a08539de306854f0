import { useFormatter, useTranslations } from "next-intl";

import type { Delivery } from "#lib/deliveries/delivery";
import { manifestOf } from "#lib/networks/registry";

import { TextLink } from "../primitives/text-link.tsx";
import { CandidateChoice } from "./candidate-choice.tsx";
import { PastedLink } from "./pasted-link.tsx";

/**
 * Choice among candidates, or a field for a link. With neither the part counts as published, but its
 * reactions cannot be collected.
 */
export function WhichOne({ delivery, timeZone }: { delivery: Delivery; timeZone: string }) {
  const t = useTranslations("needs-you");
  const { label } = manifestOf(delivery.network);
  const candidates = delivery.candidates ?? [];
  return (
    <div className="grid gap-3">
      {candidates.length > 0 ? (
        <fieldset className="grid min-w-0 gap-1">
          <legend className="text-body font-semibold">{t("found", { network: label })}</legend>
          {candidates.map((candidate) => (
            <Found key={candidate.remoteId} {...{ candidate, timeZone, network: label }} />
          ))}
          <CandidateChoice id="">{t("anotherOne")}</CandidateChoice>
        </fieldset>
      ) : null}
      <PastedLink isKnown={delivery.partCount === delivery.part} network={label} />
    </div>
  );
}

function Found({
  candidate: { remoteId, text, at, url },
  timeZone,
  network,
}: {
  candidate: NonNullable<Delivery["candidates"]>[number];
  timeZone: string;
  network: string;
}) {
  const t = useTranslations("needs-you");
  const format = useFormatter();
  const when = format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <div className="grid justify-items-start border-b py-1">
      <CandidateChoice id={remoteId}>
        <q className="min-w-0 wrap-anywhere">{text}</q>
        <time className="flex-none text-small text-ink-2" dateTime={at}>
          {when}
        </time>
      </CandidateChoice>
      <TextLink href={url} isOut className="ms-6">
        {t("look", { network })}
        <span className="sr-only">: {text}</span>
      </TextLink>
    </div>
  );
}
