import { useTranslations } from "next-intl";

import type { Delivery } from "#lib/deliveries/delivery";
import { sentFields } from "#lib/deliveries/sent-request";

import { Disclosure } from "../primitives/disclosure.tsx";

/**
 * The frozen request in readable form, collapsed; before it is made, the snapshot that it will be made from.
 */
export function SentRequest({
  delivery: { request, snapshot, firstIntentAt, intentAt },
  network,
  moment,
}: {
  delivery: Delivery;
  network: string;
  moment: (at: Date) => string;
}) {
  const t = useTranslations("history");
  const lines = request ? sentFields(request) : plannedFields(snapshot, t);
  return (
    <Disclosure className="my-3" summary={t("sent")}>
      <p className="block text-small font-normal text-ink-2">
        {t(request ? "sentLead" : "notMade")}{" "}
        {firstIntentAt ? t("firstLeft", { when: moment(firstIntentAt) }) : null}{" "}
        {intentAt && intentAt.getTime() !== firstIntentAt?.getTime()
          ? t("lastLeft", { when: moment(intentAt) })
          : null}
      </p>
      <table className="mt-2 w-full table-fixed border-collapse text-small">
        <colgroup>
          <col className="w-[30%]" />
          <col />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("field", { network })}</th>
            <th scope="col">{t("value")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, value }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a field may come twice and never moves
            <tr key={index}>
              <th scope="row" className={`${cell} font-medium text-ink-2`}>
                {name}
              </th>
              <td className={cell}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}

const cell = "border-b py-1 pe-2 text-start align-top wrap-anywhere whitespace-pre-wrap";

function plannedFields(
  { text, images, video }: Delivery["snapshot"],
  t: ReturnType<typeof useTranslations<"history">>,
) {
  return [
    { name: t("text"), value: text },
    ...(video ? [{ name: t("video"), value: video.alt }] : []),
    ...images.map(({ alt }) => ({ name: t("images", { count: 1 }), value: alt })),
  ];
}
