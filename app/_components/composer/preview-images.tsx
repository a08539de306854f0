import { useTranslations } from "next-intl";

import type { PostPart } from "#lib/posts/post";

/** As feeds lay pictures out: one whole, two beside each other, three as one and two, four as a square; what is too many is left out and said. */
export function PreviewImages({
  images,
  most,
  from,
}: {
  images: PostPart["images"];
  /** How many the network shows. */
  most: number;
  /** Where pictures are read. */
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
