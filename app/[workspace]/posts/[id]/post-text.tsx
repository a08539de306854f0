import { useTranslations } from "next-intl";

import { manifestOf } from "#lib/networks/registry";
import type { PostPart } from "#lib/posts/post";
import type { PostView } from "#lib/views/post";

import {
  PartPoll,
  PartReaders,
  PartWarning,
} from "../../../_components/composer/preview-options.tsx";
import { NetworkIcon } from "../../../_components/network-icon.tsx";
import { PartVideo } from "../../../_components/part-video.tsx";
import { Section } from "../../../_components/primitives/section.tsx";

/** The text for all accounts, or the version of each account. */
export function PostText({ workspace, texts }: { workspace: string; texts: PostView["texts"] }) {
  const t = useTranslations("compose");
  return (
    <Section title={t("text")}>
      <div className="grid gap-5">
        {texts.map(({ accounts, parts }) => (
          <section key={accounts.map(({ id }) => id).join(" ")} className="grid gap-2">
            {texts.length > 1 ? <ForWhom accounts={accounts} /> : null}
            <Parts workspace={workspace} parts={parts} />
          </section>
        ))}
      </div>
    </Section>
  );
}

function ForWhom({ accounts }: { accounts: PostView["texts"][number]["accounts"] }) {
  return (
    <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small font-semibold">
      {accounts.map(({ id, network, handle }) => (
        <span key={id} className="inline-flex items-center gap-1 wrap-anywhere">
          <NetworkIcon network={network} label={manifestOf(network).label} size={13} />@{handle}
        </span>
      ))}
    </h3>
  );
}

/** The parts with their images. */
function Parts({ workspace, parts }: { workspace: string; parts: readonly PostPart[] }) {
  const t = useTranslations("compose");
  return (
    <div className="grid gap-3">
      <PartReaders part={parts[0]} />
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a part is its place in the thread
        <div
          key={index}
          className="max-w-[560px] rounded-3 border border-line-2 bg-sunken px-3.5 py-3"
        >
          <PartWarning part={part} />
          <p className="wrap-anywhere whitespace-pre-wrap text-read">{part.text || t("noText")}</p>
          <PartPoll part={part} />
          <PartVideo part={part} from={`/api/media/${workspace}`} />
          {part.images.length > 0 ? (
            <div className="mt-2 grid grid-cols-[repeat(auto-fit,minmax(110px,1fr))] gap-1 *:max-h-[200px] *:w-full *:rounded-1 *:object-cover">
              {part.images.map((image) => (
                // oxlint-disable-next-line nextjs/no-img-element -- our own bytes, behind the session
                <img
                  key={image.mediaId}
                  src={`/api/media/${workspace}/${image.mediaId}`}
                  alt={image.alt}
                />
              ))}
            </div>
          ) : null}
        </div>
      ))}
    </div>
  );
}
