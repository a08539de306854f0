import { useTranslations } from "next-intl";

import type { PostWithVersions } from "#lib/posts/post";

import {
  PartPoll,
  PartReaders,
  PartWarning,
} from "../../../_components/composer/preview-options.tsx";
import { Section } from "../../../_components/primitives/section.tsx";

/** What was written: each part with its images. */
export function PostText({ workspace, post }: { workspace: string; post: PostWithVersions }) {
  const t = useTranslations("compose");
  return (
    <Section title={t("text")}>
      <div className="grid gap-3">
        <PartReaders part={post.parts[0]} />
        {post.parts.map((part, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a part is its place in the thread
          <div
            key={index}
            className="max-w-[560px] rounded-3 border border-line-2 bg-sunken px-3.5 py-3"
          >
            <PartWarning part={part} />
            <p className="wrap-anywhere whitespace-pre-wrap text-read">
              {part.text || t("noText")}
            </p>
            <PartPoll part={part} />
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
    </Section>
  );
}
