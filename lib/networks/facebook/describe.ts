import type { z } from "zod";

import type { DescribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { counted } from "../kit/counted.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { FacebookSettings } from "./settings.ts";
import { pageAnswer, pageFields } from "./wire.ts";

/** Reads the page's profile. Called daily, so an invalid token is noticed early. */
export async function describe(
  session: Session,
  settings: FacebookSettings,
): Promise<DescribeOutcome> {
  const path = `/${encodeURIComponent(session.account.remoteId)}`;
  const call = { path, params: { fields: pageFields }, shape: pageAnswer };
  const answer = await callAs(session, settings, call);
  return answer.kind === "ok"
    ? {
        kind: "described",
        ...describedAs(answer.value),
        ...counted(answer.value.followers_count),
      }
    : unread(answer);
}

/** Uses the page's id as the handle if the page has no username. */
export function describedAs({ id, name, username, picture }: z.infer<typeof pageAnswer>) {
  return { handle: username || id, displayName: name, avatarUrl: picture?.data.url };
}
