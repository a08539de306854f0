import { parseArgs } from "node:util";

export interface Options {
  readonly engine: "sqlite" | "postgres";
  readonly seed: number;
  readonly deliveries: number;
  readonly kills: number;
  readonly pauses: number;
  readonly speed: number;
  readonly isMatrix: boolean;
  readonly isNaive: boolean;
  readonly mutant: string | undefined;
  readonly network: string | undefined;
  readonly seeds: number;
}

/** The words after `npm run chaos --`. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: "string", default: "7" },
      seeds: { type: "string", default: "3" },
      deliveries: { type: "string" },
      kills: { type: "string" },
      pauses: { type: "string" },
      speed: { type: "string", default: "40" },
      engine: { type: "string", default: "sqlite" },
      matrix: { type: "boolean", default: false },
      naive: { type: "boolean", default: false },
      mutant: { type: "string" },
      network: { type: "string" },
    },
  });
  const isFull = !values.naive && !values.mutant;
  const deliveries = Number(values.deliveries ?? (isFull ? 5_000 : 300));
  return {
    engine: values.engine === "postgres" ? "postgres" : "sqlite",
    seed: Number(values.seed),
    seeds: Number(values.seeds),
    deliveries,
    kills: Number(values.kills ?? Math.max(6, Math.ceil(deliveries / 45))),
    pauses: Number(values.pauses ?? Math.max(3, Math.ceil(deliveries / 75))),
    speed: Number(values.speed),
    isMatrix: values.matrix,
    isNaive: values.naive,
    mutant: values.mutant,
    network: values.network,
  };
}
