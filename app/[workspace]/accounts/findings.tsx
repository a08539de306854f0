import { Check, CircleAlert, Info } from "lucide-react";
import { useTranslations } from "next-intl";

import { copyableIn, remedyOf, type Finding } from "#lib/accounts/finding";

import { Copyable } from "./copyable.tsx";

/** Lists what a check found, each with what to do about it. */
export function Findings({ findings, handle }: { findings: readonly Finding[]; handle: string }) {
  const t = useTranslations("accounts");
  return (
    <div aria-live="polite" data-found="">
      <ul aria-label={t("checkResult", { handle })} className="grid gap-2 pt-2">
        {findings.map((finding) => (
          <li
            key={[finding.code, finding.values["permission"], finding.values["name"]].join(" ")}
            className="grid grid-cols-[18px_1fr] gap-x-2 wrap-anywhere [&>svg]:mt-1"
          >
            <Sign weight={finding.weight} />
            <Words finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Words({ finding }: { finding: Finding }) {
  const { code, weight, values } = finding;
  const t = useTranslations("accounts");
  const all = useTranslations();
  const remedy = remedyOf(finding);
  return (
    <span>
      <span className={weight === "problem" ? "font-semibold" : undefined}>
        {t(`findings.${code}`, values)}
      </span>
      {all.has(remedy) ? (
        <small className="block text-small text-ink-2">{all(remedy, values)}</small>
      ) : null}
      {copyableIn(values).map(({ name, value }) => (
        <span key={name} className="grid max-w-[46ch] gap-2 pt-2 text-small">
          <Copyable
            label={t(`toCopy.${name}`)}
            value={value}
            copyLabel={t("copyThis", { what: t(`toCopy.${name}`) })}
          />
        </span>
      ))}
    </span>
  );
}

function Sign({ weight }: Pick<Finding, "weight">) {
  if (weight === "problem") return <CircleAlert aria-hidden size={15} />;
  return weight === "notice" ? <Info aria-hidden size={15} /> : <Check aria-hidden size={15} />;
}
