import { useTranslations } from "next-intl";

import type { Connector } from "#lib/networks/contract/connector";
import type { Limits } from "#lib/networks/contract/limits";
import type { Abilities } from "#lib/networks/contract/manifest";

import { Disclosure } from "../../_components/primitives/disclosure.tsx";

/** Lists what can be done on a network through Shoutloop and what only on the network itself. */
export function NetworkAbilities({ connector }: { connector: Connector }) {
  const t = useTranslations("connect.can");
  const { label: network, limits, abilities } = connector;
  const { text, images, threadMax, poll, hasWarnings, visibilities } = limits;
  const aboutVideo = (video: Limits["video"]) =>
    video ? t("video", { megabytes: Math.floor(video.maxBytes / 1e6) }) : t("noVideo", { network });
  const lines = [
    t("text", { max: text.max, images: images.max }),
    aboutVideo(limits.video),
    threadMax > 1 ? t("severalParts") : "",
    poll ? t("polls") : "",
    hasWarnings ? t("warnings") : "",
    visibilities ? t("visibilities") : "",
    connector.edit ? t("edit") : "",
    t(abilities.canDelete ? "delete" : "deleteThere", { network }),
    ...aboutPeople(abilities).map((key) => t(key, { network })),
    images.hasNoAlt ? t("noAlt", { network }) : "",
    abilities.hasNoCounts ? t("noCounts", { network }) : "",
    connector.price ? t("price", { network }) : "",
  ].filter(Boolean);
  return (
    <Disclosure className="mt-3" summary={t("title")}>
      <ul className="mt-2 list-disc ps-4 text-ink-2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Returns message keys, in the order in which they are shown. */
function aboutPeople({ isSilentOnPeople, canReply, canMention }: Abilities) {
  if (isSilentOnPeople) return ["silentOnPeople"] as const;
  return [canReply ? "reply" : "replyThere", canMention ? "mention" : "mentionThere"] as const;
}
