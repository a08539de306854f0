import { workerData } from "node:worker_threads";

import { z } from "zod";

import { backUp } from "./back-up.ts";

const { place, at, prefix } = z
  .object({
    place: z.object({ databaseUrl: z.string(), dataDir: z.string() }),
    at: z.string(),
    prefix: z.string(),
  })
  .parse(workerData);

await backUp(place, new Date(at), { prefix });
