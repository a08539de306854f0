import { z } from "zod";

import type { ExamineOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { examined, type Probe } from "../kit/examined.ts";
import { callAs } from "./call.ts";
import type { FacebookSettings } from "./settings.ts";

const asked = {
  published_posts: "pages_read_engagement",
  visitor_posts: "pages_read_user_content",
};

/** Checks the permissions to read. Permission to post cannot be checked without posting. */
export function examine(session: Session, settings: FacebookSettings): Promise<ExamineOutcome> {
  const page = encodeURIComponent(session.account.remoteId);
  const probes = Object.entries(asked).map(([list, name]): Probe => ({
    name,
    ask: () =>
      callAs(session, settings, {
        path: `/${page}/${list}`,
        params: { fields: "id", limit: "1" },
        shape: z.unknown(),
      }),
  }));
  return examined(probes);
}
