export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Paths without which the step is skipped, and said to be. */
  readonly needs?: readonly string[];
  readonly isSlow?: boolean;
  /** Steps that follow each other with the same word here run side by side: each leaves room for the other. */
  readonly beside?: string;
}

const vitest = ["vitest", "run", "--config"] as const;
const bluesky = "tests/bluesky-network";

/** Everything `npm test` does, in order: the cheaper the earlier. */
export const steps: readonly Step[] = [
  { name: "format", command: ["oxfmt", "--check"], beside: "static" },
  { name: "types", command: ["tsc", "--noEmit"], beside: "static" },
  { name: "unused", command: ["knip", "--config", ".knip.json"], beside: "static" },
  { name: "vocabulary", command: ["node", "tests/tooling/vocabulary.ts"], beside: "static" },
  { name: "lint", command: ["oxlint", "--type-aware"] },
  { name: "use-cases", command: [...vitest, "tests/support/vitest.config.ts"] },
  { name: "chaos", command: [...vitest, "tests/support/chaos-vitest.config.ts"], isSlow: true },
  { name: "browser", command: [...vitest, "tests/support/browser-vitest.config.ts"], isSlow: true },
  {
    name: "bluesky-network",
    command: ["npm", "install", "--prefix", bluesky, "--no-audit", "--no-fund", "--loglevel=error"],
    isSlow: true,
  },
  {
    name: "start",
    command: [...vitest, "tests/support/start-vitest.config.ts"],
    isSlow: true,
    beside: "waiting for processes to start",
  },
  {
    name: "bluesky",
    command: [...vitest, "tests/support/network-vitest.config.ts"],
    needs: [`${bluesky}/node_modules/@atproto/dev-env`],
    isSlow: true,
    beside: "waiting for processes to start",
  },
];

/** In the order to run them: steps that may run side by side are together. */
export function inGroups(chosen: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of chosen) {
    const last = groups.at(-1);
    if (step.beside !== undefined && last?.[0]?.beside === step.beside) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

export function isQuick(step: Step): boolean {
  return !step.isSlow;
}
