import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";

import { mutants } from "./mutants.ts";
import { kinds, type Kind } from "./network/kinds.ts";
import type { Blows } from "./setting.ts";

export interface Options {
  readonly engine: "sqlite" | "postgres";
  readonly seed: number;
  readonly deliveries: number;
  readonly kills: number;
  readonly pauses: number;
  readonly speed: number;
  readonly isMatrix: boolean;
  readonly isNaive: boolean;
  /** Looks all the time, and ends at the first thing that is wrong. */
  readonly isWatched: boolean;
  readonly mutant: string | undefined;
  /** Absent: all of them. */
  readonly classes: readonly Kind[] | undefined;
  readonly network: string | undefined;
  /** For the matrix. */
  readonly seeds: number;
  readonly perCell: number;
}

/** The words after `npm run chaos --`. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: "string", default: "7" },
      seeds: { type: "string", default: "3" },
      "per-cell": { type: "string", default: "20" },
      deliveries: { type: "string" },
      kills: { type: "string" },
      pauses: { type: "string" },
      speed: { type: "string" },
      engine: { type: "string" },
      matrix: { type: "boolean", default: false },
      naive: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
      mutant: { type: "string" },
      class: { type: "string", multiple: true },
      network: { type: "string" },
    },
  });
  const deliveries = Number(values.deliveries ?? usualDeliveries(values));
  const blows = blowsFor(values, deliveries);
  return {
    engine: engineOf(values),
    seed: Number(values.seed),
    seeds: Number(values.seeds),
    perCell: Number(values["per-cell"]),
    deliveries,
    kills: Number(values.kills ?? blows.kills),
    pauses: Number(values.pauses ?? blows.pauses),
    speed: Number(values.speed ?? usualSpeed()),
    isMatrix: values.matrix,
    isNaive: values.naive,
    isWatched: values.watch || values.mutant !== undefined,
    mutant: values.mutant,
    classes: classesOf(values.class, values.mutant),
    network: values.network,
  };
}

function classesOf(
  named: readonly string[] | undefined,
  mutant: string | undefined,
): readonly Kind[] | undefined {
  if (!named) return mutants.find(({ name }) => name === mutant)?.classes;
  return named.map((name) => {
    const found = kinds.find((kind) => kind === name);
    if (!found) throw new Error(`There is no class ${name}: ${kinds.join(", ")}.`);
    return found;
  });
}

/** Fast time that runs away from a busy machine would be a test of the machine: no answer would ever be in time. */
function usualSpeed(): number {
  const load = (loadavg()[0] ?? 0) / availableParallelism();
  return Math.max(20, Math.round(40 / Math.max(1, load / 4)));
}

interface Values {
  readonly engine?: string | undefined;
  readonly mutant?: string | undefined;
  readonly network?: string | undefined;
  readonly naive: boolean;
}

function usualDeliveries({ mutant, naive, network }: Values): number {
  return mutant || naive || network ? 300 : 5_000;
}

function engineOf({ engine, mutant, network }: Values): Options["engine"] {
  // The product's own worker command shares a database with others, which SQLite does not let it.
  const shown = network ? "postgres" : mutants.find(({ name }) => name === mutant)?.engine;
  return (engine ?? shown) === "postgres" ? "postgres" : "sqlite";
}

function blowsFor({ mutant, network }: Values, deliveries: number): Blows {
  if (network) return { kills: 20, pauses: 0 };
  if (mutant) return mutants.find(({ name }) => name === mutant)?.blows ?? { kills: 0, pauses: 0 };
  return { kills: Math.ceil(deliveries / 45), pauses: Math.ceil(deliveries / 75) };
}
