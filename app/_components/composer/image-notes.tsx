import { useFormatter, useTranslations } from "next-intl";

import type { ComposerAccount } from "./draft.ts";
import { type ImageSize, judgeImage } from "./judge-images.ts";

/** Shows the image's size and how the networks will show it, while the post is being written. */
export function ImageNotes({
  number,
  size,
  readers,
}: {
  number: number;
  size: ImageSize | undefined;
  readers: readonly ComposerAccount[];
}) {
  const t = useTranslations("compose.image");
  const format = useFormatter();
  const { notShownOn, smallerOn, shape } = judgeImage(number, size, readers);
  const notes = [
    ...(size ? [t("size", { width: String(size.width), height: String(size.height) })] : []),
    ...smallerOn.map(({ network, side }) => t("smaller", { network, side: String(side) })),
    ...(shape ? [t(shape)] : []),
  ];
  return (
    <div aria-live="polite" className="text-small text-ink-2">
      {notShownOn.length > 0 ? (
        <p className="font-semibold text-danger">
          {t("notShown", { networks: format.list(notShownOn) })}
        </p>
      ) : null}
      {notes.length > 0 ? <p>{notes.join(" ")}</p> : null}
    </div>
  );
}
