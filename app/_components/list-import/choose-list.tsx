"use client";

import { useTranslations } from "next-intl";

import { decodeText } from "#lib/kernel/decode-text";

import { TextArea, TextField } from "../primitives/field.tsx";

export interface ListLimits {
  rows: number;
  bytes: number;
}

/** A list as a file in any encoding, or as pasted text. */
export function ChooseList({
  csv,
  limits,
  isTall,
  onChange,
}: {
  csv: string;
  limits: ListLimits;
  isTall: boolean;
  onChange: (csv: string) => void;
}) {
  const t = useTranslations("lists");
  return (
    <>
      <TextField
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        label={t("file")}
        help={t("fileHelp", { rows: limits.rows, megabytes: limits.bytes / 1024 / 1024 })}
        hasNoErrorRoom
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // One byte over the limit is enough for the server to refuse the list.
          void file
            ?.slice(0, limits.bytes + 1)
            .arrayBuffer()
            .then((bytes) => onChange(decodeText(new Uint8Array(bytes))));
        }}
      />
      <TextArea
        label={t("paste")}
        rows={isTall ? 10 : 5}
        value={csv}
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        hasNoErrorRoom
      />
    </>
  );
}
