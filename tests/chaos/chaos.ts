import { Executioner } from "./blows.ts";
import { drained } from "./drained.ts";
import { pause } from "./fast-time.ts";
import { startHarness, type ChaosAccount, type Harness } from "./harness.ts";
import { judge, judgeMidway, type Verdict } from "./judge.ts";
import { foulWeather } from "./network/faults.ts";
import { hasThreads, type Kind } from "./network/kinds.ts";
import { answerAll } from "./person.ts";
import type { Point } from "./points.ts";
import { draw } from "./random.ts";
import type { Blows } from "./setting.ts";

export interface ChaosOptions {
  readonly seed: number;
  readonly deliveries: number;
  readonly blows: Blows;
  /** All blows fall at this point. */
  readonly at?: Point | undefined;
  /** Absent: SQLite, with one worker. */
  readonly databaseUrl: string | undefined;
  readonly speed: number;
  readonly mutant: string | null;
  /** Absent: on networks of all classes. */
  readonly classes?: readonly Kind[] | undefined;
  readonly isNaive: boolean;
  /** Ends at the first thing that is wrong. */
  readonly isWatched: boolean;
}

export interface ChaosReport {
  readonly blows: Executioner;
  readonly requests: ReturnType<Harness["networks"]["requests"]>;
  /** What the product made of it alone. */
  readonly alone: Verdict;
  /** After a person answered what was parked. */
  readonly answered: Verdict | undefined;
}

const accountsPerKind = 8;
const workersOnPostgres = 3;
const mostRounds = 6;

/** Everything fails and everyone dies, at random but repeatably, while posts keep coming. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, databaseUrl, speed, mutant, isNaive } = options;
  const executioner = new Executioner(seed, options.blows, options.at);
  const { passes, halves } = executioner;
  const place = { databaseUrl, seed, speed, accountsPerKind, timeoutMs: 16_000 };
  const weather = foulWeather(seed);
  const harness = await startHarness({ ...place, mutant, isNaive, weather, passes, halves });
  const { isEnough, endWatch } = options.isWatched ? watch(harness) : noWatch;
  try {
    const slots = databaseUrl ? workersOnPostgres : 1;
    const running = Array.from({ length: slots }, (_, slot) =>
      executioner.run(harness, slot, isEnough),
    );
    await Promise.all([feed(harness, options, executioner, isEnough), ...running]);
    for (let slot = 0; slot < slots; slot += 1)
      harness.startWorker(100_000 + slot, { kind: "none" });
    await drained(harness, { isEnough });
    const alone = isEnough() ? await judgeMidway(harness) : await judge(harness);
    const answered = isNaive || isEnough() ? undefined : await withPerson(harness);
    return { blows: executioner, requests: harness.networks.requests(), alone, answered };
  } finally {
    await endWatch();
    await harness.stop();
  }
}

const noWatch = { isEnough: () => false, endWatch: async () => {} };

/** Looks again and again whether something is wrong already. */
function watch(harness: Harness): typeof noWatch {
  let [isWrong, isOver] = [false, false];
  async function look(): Promise<void> {
    while (!isWrong && !isOver) {
      isWrong = (await judgeMidway(harness)).complaints.length > 0;
      await pause(300);
    }
  }
  const looking = look();
  return {
    isEnough: () => isWrong,
    endWatch: async () => {
      isOver = true;
      await looking;
    },
  };
}

async function withPerson(harness: Harness): Promise<Verdict> {
  for (let round = 0; round < mostRounds; round += 1) {
    if ((await answerAll(harness)) === 0) break;
    await drained(harness);
  }
  return judge(harness, { isAnswered: true });
}

/** Posts come as the blows do, so that there is always something to hit. */
async function feed(
  harness: Harness,
  { seed, deliveries, classes }: ChaosOptions,
  executioner: Executioner,
  isEnough: () => boolean,
): Promise<void> {
  const usable = harness.accounts.filter(({ kind }) => classes?.includes(kind) ?? true);
  let made = 0;
  for (let number = 1; made < deliveries && !isEnough();) {
    const due = deliveries * Math.min(1, 0.1 + executioner.progress());
    if (made >= due && !executioner.isDone()) {
      await pause(20);
      continue;
    }
    const { accounts, texts } = aPost(usable, seed, number);
    await harness.schedule(accounts, texts);
    made += accounts.length * texts.length;
    number += 1;
  }
}

/** On one account or three, and a thread of up to three parts where all of them have threads. */
function aPost(
  accounts: readonly ChaosAccount[],
  seed: number,
  number: number,
): { accounts: ChaosAccount[]; texts: string[] } {
  const at = (what: string) => draw(seed, what, number);
  const count = at("accounts") < 0.7 ? 1 : 3;
  const chosen = accounts
    .toSorted((a, b) => draw(seed, number, a.name) - draw(seed, number, b.name))
    .slice(0, count);
  const isThread = at("thread") < 0.3 && chosen.every(({ kind }) => hasThreads.has(kind));
  const parts = isThread ? 2 + Math.floor(at("parts") * 2) : 1;
  const texts = Array.from(
    { length: parts },
    (_, part) => `Post ${number}, part ${part + 1} ${wordsOf(seed, number, part)}`,
  );
  return { accounts: chosen, texts };
}

/** Words of its own: posts that look like each other are a doubt for themselves. */
function wordsOf(seed: number, number: number, part: number): string {
  const word = (at: number) => draw(seed, "word", number, part, at).toString(36).slice(2, 12);
  return [1, 2, 3, 4].map(word).join(" ");
}
