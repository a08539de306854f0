import { useFormatter, useTranslations } from "next-intl";

import { manifestOf } from "#lib/networks/registry";
import type { ChosenOptions } from "#lib/views/chosen-options";

import { NetworkIcon } from "../../../_components/network-icon.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { AskedName } from "./asked-name.tsx";

interface Props {
  workspace: string;
  options: readonly ChosenOptions[];
  /** Whether this user may request the names of boards and places from a network. */
  canAsk: boolean;
}

/** The network options chosen for the post. */
export function PostOptions({ workspace, options, canAsk }: Props) {
  const t = useTranslations("calendar");
  if (options.length === 0) return null;
  return (
    <Section title={t("post.options")}>
      <div className="grid gap-4">
        {options.map(({ account, chosen }) => (
          <section key={account.id} className="grid gap-1">
            <h3 className="flex items-center gap-1 text-small font-semibold wrap-anywhere">
              <NetworkIcon
                network={account.network}
                label={manifestOf(account.network).label}
                size={13}
              />
              @{account.handle}
            </h3>
            <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(90px,auto)_1fr] sm:justify-start">
              {chosen.map((one) => (
                <Chosen
                  key={one.option.key}
                  {...one}
                  {...{ workspace, canAsk }}
                  accountId={account.id}
                  network={account.network}
                />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Section>
  );
}

type ChosenOne = ChosenOptions["chosen"][number];
type Place = { workspace: string; canAsk: boolean; accountId: string; network: string };

function Chosen({ option, value, network, ...place }: ChosenOne & Place) {
  const t = useTranslations("connect");
  return (
    <>
      <dt className="text-ink-2">{t(`${network}.options.${option.key}.label` as never)}</dt>
      <dd className="wrap-anywhere max-sm:mb-1">
        {option.isAsked && value !== true ? (
          <AskedName {...place} option={option.key} value={value} />
        ) : (
          <Value {...{ option, value, network }} />
        )}
      </dd>
    </>
  );
}

function Value({ option, value, network }: ChosenOne & Pick<Place, "network">) {
  const tell = useTranslations();
  const format = useFormatter();
  if (value === true) return tell("calendar.post.optionOn");
  if (option.kind === "choice")
    return tell(`connect.${network}.options.${option.key}.choices.${value}` as never);
  if (option.kind !== "date") return <bdi>{value}</bdi>;
  // The value is a local time of the place, whose time zone is unknown; formatted as UTC to leave it
  // unchanged.
  const hasTime = value.includes("T");
  const at = new Date(hasTime ? `${value}Z` : value);
  const usual = { dateStyle: "medium", timeZone: "UTC" } as const;
  const how = hasTime ? ({ ...usual, timeStyle: "short" } as const) : usual;
  return Number.isNaN(at.getTime()) ? value : format.dateTime(at, how);
}
