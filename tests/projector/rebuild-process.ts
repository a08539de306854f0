import { uuidv7 } from "uuidv7";

import { openStore } from "#lib/db/open";
import { createHttpClient } from "#lib/http/client";
import { createRegistry } from "#lib/networks/contract/registry";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { createSecrets } from "#lib/secrets/secrets";

/** Derives in steps as small as they get and says each, to be killed in between: `url workspace now`. */
const [url = "", workspaceId = "", now = ""] = process.argv.slice(2);
const store = await openStore(url);
await deriveWorkspace(
  {
    ...store,
    clock: { now: () => new Date(now) },
    newId: uuidv7,
    http: createHttpClient(""),
    secrets: createSecrets("a key for tests only, thirty-two characters or more"),
    log: { info() {}, warn() {}, error: (detail) => console.error(detail) },
    networks: createRegistry([]),
    workspaceId,
    actor: { id: "system", role: "owner" },
  },
  {
    pace: {
      targetMs: 0,
      touchpointsAtLeast: 25,
      touchpointsAtMost: 25,
      peopleRebuilt: 100,
      pauseMs: 2,
    },
    onProgress: ({ touchpoints }) => console.log(touchpoints),
  },
);
await store.close();
