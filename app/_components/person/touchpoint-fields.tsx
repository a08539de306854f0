import { useTranslations } from "next-intl";

import { ownChannels } from "#lib/engagement/channel";
import { touchpointTypes } from "#lib/engagement/touchpoint";

import { SelectField, TextArea, TextField } from "../primitives/field.tsx";

export interface TouchpointFieldsProps {
  asksName: boolean;
  /** Wall-clock time in the workspace's time zone. */
  now: string;
  timeZone: string;
  networks: readonly string[];
}

export function TouchpointFields({ asksName, now, timeZone, networks }: TouchpointFieldsProps) {
  const t = useTranslations("touchpoints");
  return (
    <>
      {asksName ? (
        <TextField name="name" label={t("add.name")} required maxLength={200} hasNoErrorRoom />
      ) : null}
      <Choices networks={networks} />
      <TextField
        name="at"
        type="datetime-local"
        label={t("add.at")}
        help={t("add.atHelp", { zone: timeZone })}
        defaultValue={now}
        max={now}
        required
        hasNoErrorRoom
      />
      <TextArea name="text" label={t("add.text")} maxLength={5_000} hasNoErrorRoom />
      <TextField
        name="note"
        label={t("add.note")}
        help={t("add.noteHelp")}
        maxLength={500}
        hasNoErrorRoom
      />
    </>
  );
}

function Choices({ networks }: { networks: readonly string[] }) {
  const t = useTranslations("touchpoints");
  const types = touchpointTypes.map((type) => ({ value: type, label: t(`types.${type}`) }));
  const channels = [
    ...ownChannels.map((channel) => ({ value: channel, label: t(`channels.${channel}`) })),
    ...networks.map((network) => ({ value: network, label: networkLabel(network) })),
  ];
  const stars = [1, 2, 3, 4, 5].map((count) => ({
    value: String(count),
    label: t("stars", { stars: count }),
  }));
  return (
    <>
      <SelectField
        name="type"
        label={t("add.type")}
        defaultValue="in-store-purchase"
        options={types}
        hasNoErrorRoom
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField name="channel" label={t("add.channel")} options={channels} hasNoErrorRoom />
        <SelectField
          name="stars"
          label={t("add.stars")}
          options={[{ value: "", label: t("add.noStars") }, ...stars]}
          hasNoErrorRoom
        />
      </div>
    </>
  );
}

function networkLabel(network: string): string {
  return network.charAt(0).toUpperCase() + network.slice(1);
}
