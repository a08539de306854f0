export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Paths without which the step is skipped, and said to be. */
  readonly needs?: readonly string[];
  readonly isSlow?: boolean;
}

const vitest = ["vitest", "run", "--config"] as const;
const bluesky = "tests/bluesky-network";

/** Everything `npm test` does, in order: the cheaper the earlier. */
export const steps: readonly Step[] = [
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "lint", command: ["oxlint", "--type-aware"] },
  { name: "unused", command: ["knip", "--config", ".knip.json"] },
  { name: "use-cases", command: [...vitest, "tests/support/vitest.config.ts"] },
  { name: "chaos", command: [...vitest, "tests/support/chaos-vitest.config.ts"], isSlow: true },
  { name: "start", command: [...vitest, "tests/support/start-vitest.config.ts"], isSlow: true },
  { name: "browser", command: [...vitest, "tests/support/browser-vitest.config.ts"], isSlow: true },
  {
    name: "bluesky-network",
    command: ["npm", "install", "--prefix", bluesky, "--no-audit", "--no-fund", "--loglevel=error"],
    isSlow: true,
  },
  {
    name: "bluesky",
    command: [...vitest, "tests/support/network-vitest.config.ts"],
    needs: [`${bluesky}/node_modules/@atproto/dev-env`],
    isSlow: true,
  },
];

export function isQuick(step: Step): boolean {
  return !step.isSlow;
}
