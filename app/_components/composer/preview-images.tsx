import { useTranslations } from "next-intl";

import type { PostPart } from "#lib/posts/post";

/**
 * Lays images out like feeds: one in full, two side by side, three as one and two, four as a square. Names
 * the number of images that are left out.
 */
export function PreviewImages({
  images,
  most,
  from,
}: {
  images: PostPart["images"];
  /** How many images the network shows. */
  most: number;
  /** Address that images are loaded from. */
  from: string;
}) {
  const t = useTranslations("compose");
  const shown = images.slice(0, most);
  const left = images.length - shown.length;
  if (images.length === 0) return null;
  return (
    <>
      <div className={`mt-2 grid gap-0.5 overflow-hidden rounded-2 ${layoutOf(shown.length)}`}>
        {shown.map((image) => (
          // oxlint-disable-next-line nextjs/no-img-element -- our own bytes, behind the session
          <img key={image.mediaId} src={`${from}/${image.mediaId}`} alt={image.alt} />
        ))}
      </div>
      {left > 0 ? (
        <p className="pt-1 text-small font-semibold text-danger">
          {t("imagesLeftOut", { count: left })}
        </p>
      ) : null}
    </>
  );
}

function layoutOf(count: number): string {
  if (count <= 1) return "*:max-h-[360px] *:w-full *:object-cover";
  const many = "grid-cols-2 *:size-full *:object-cover";
  if (count === 2) return `${many} *:aspect-square`;
  if (count === 3) return `${many} aspect-[3/2] *:first:row-span-2 *:min-h-0`;
  return `${many} *:aspect-[3/2]`;
}
