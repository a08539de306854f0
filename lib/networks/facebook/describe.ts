import type { z } from "zod";

import type { Session } from "../contract/connector.ts";
import type { DescribeOutcome } from "../contract/outcome.ts";
import { counted } from "../kit/counted.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { FacebookSettings } from "./settings.ts";
import { pageAnswer, pageFields } from "./wire.ts";

/** Asked daily, which tells early that the token is none any more. */
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

/** A page that gave itself no name in addresses is known by its number there. */
export function describedAs({ id, name, username, picture }: z.infer<typeof pageAnswer>) {
  return { handle: username || id, displayName: name, avatarUrl: picture?.data.url };
}
