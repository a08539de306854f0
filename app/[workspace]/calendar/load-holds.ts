import { getFormatter, getTranslations } from "next-intl/server";

import { listHolds } from "#lib/publisher/list-blockers";

import type { SignedInContext } from "../../_actions/signed-in-context.ts";
import { holdValues, placeToAct } from "../../_components/sending/hold-values.ts";
import type { CalendarEvent } from "./calendar-event.ts";

/** By post, what keeps it back, in words. */
export async function loadHolds(ctx: SignedInContext, postIds: readonly string[]) {
  const [t, format, holds] = await Promise.all([
    getTranslations("sending"),
    getFormatter(),
    listHolds(ctx, { postIds }),
  ]);
  const { slug, timeZone } = ctx.workspace;
  return new Map(
    holds.map((held): [string, CalendarEvent["held"]] => {
      const { kind } = held.hold;
      const values = holdValues(held, format, timeZone);
      return [
        held.postId,
        {
          short: t(`holdsShort.${kind}`, values),
          sentence: t(`holds.${kind}`, values),
          act: t(`holdActs.${kind}`),
          href: `/${slug}/${placeToAct(kind)}`,
        },
      ];
    }),
  );
}
