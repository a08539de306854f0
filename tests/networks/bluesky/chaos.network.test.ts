import { expect, test } from "vitest";

import { runChaosCommand } from "../../chaos/run-chaos.ts";

test("the worker killed against real servers, through a proxy that loses bytes: every post once", async () => {
  const words = "--network bluesky --deliveries 40 --kills 3";
  const { code, output, figures } = await runChaosCommand(words);
  expect({ code, ...figures }, output).toMatchObject({
    code: 0,
    deliveries: 40,
    kills: 3,
    duplicates: 0,
    lost: 0,
    parked: 0,
  });
}, 240_000);
