import { useFormatter, useTranslations } from "next-intl";

import { connectorFor } from "#lib/networks/registry";
import type { Delivery } from "#lib/publishing/delivery";

import { CandidateChoice } from "./candidate-choice.tsx";
import { PastedLink } from "./pasted-link.tsx";

/** Posts that were found there to pick from, or a link to paste: without either it counts as posted, but its answers cannot be counted. */
export function WhichOne({ delivery, timeZone }: { delivery: Delivery; timeZone: string }) {
  const t = useTranslations("needs-you");
  const { label } = connectorFor(delivery.network);
  const candidates = delivery.candidates ?? [];
  return (
    <div className="grid gap-3">
      {candidates.length > 0 ? (
        <fieldset className="candidates">
          <legend className="field-label">{t("found", { network: label })}</legend>
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
    <div className="candidate">
      <CandidateChoice id={remoteId}>
        <q>{text}</q>
        <time dateTime={at}>{when}</time>
      </CandidateChoice>
      <a className="text-link" href={url} target="_blank" rel="noreferrer">
        {t("look", { network })}
        <span className="sr-only">: {text}</span>
      </a>
    </div>
  );
}
