import { expect, test } from "vitest";

import { mutants } from "./mutants.ts";
import { runChaosCommand } from "./run-chaos.ts";

/** Small runs of the whole harness, two at a time; docs/chaos.md has the long ones. */
const room = 400_000;

test.concurrent.each(["sqlite", "postgres"])(
  "chaos on %s: nothing twice, nothing lost",
  async (engine) => {
    const words = `--engine ${engine} --deliveries 200 --kills 6 --pauses 4 --watch`;
    const { code, output, figures } = await runChaosCommand(words);
    expect({ code, ...figures }, output).toMatchObject({ code: 0, duplicates: 0, lost: 0 });
    expect(figures.deliveries).toBeGreaterThanOrEqual(200);
    expect(figures.kills).toBeGreaterThanOrEqual(6);
    expect(figures.pauses).toBeGreaterThanOrEqual(4);
  },
  room,
);

test.concurrent(
  "killed at every point in every class: nothing twice, nothing lost",
  async () => {
    const { code, output, figures } = await runChaosCommand("--matrix --seeds 1 --per-cell 3");
    expect({ code, ...figures }, output).toMatchObject({ code: 0, duplicates: 0, lost: 0 });
    expect(figures.kills).toBeGreaterThanOrEqual(13);
  },
  room,
);

test.concurrent(
  "the control, a queue that tries again, sends twice and loses",
  async () => {
    const { code, output, figures } = await runChaosCommand(
      "--naive --deliveries 100 --kills 3 --pauses 1",
    );
    expect(code, output).toBe(1);
    expect(figures.duplicates).toBeGreaterThan(0);
    expect(figures.lost).toBeGreaterThan(0);
  },
  room,
);

test("there are at least eight planted bugs", () => {
  expect(mutants.length).toBeGreaterThanOrEqual(8);
});

test.concurrent.each(mutants.map(({ name }) => name))(
  "the planted bug %s shows",
  async (name) => {
    const { code, output, figures } = await runChaosCommand(`--mutant ${name}`);
    expect(code, output).toBe(1);
    expect(figures.duplicates + figures.lost, output).toBeGreaterThan(0);
  },
  room,
);
