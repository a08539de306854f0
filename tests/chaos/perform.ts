import { runChaos, type ChaosReport } from "./chaos.ts";
import type { Verdict } from "./judge.ts";
import { runMatrix } from "./matrix.ts";
import { mutants } from "./mutants.ts";
import type { Options } from "./options.ts";
import { runAgainstBluesky } from "./real/bluesky.ts";

/** Does what was asked for and prints what came of it; the last line is JSON. True where nothing is wrong. */
export async function perform(options: Options, databaseUrl: string | undefined): Promise<boolean> {
  if (options.mutant === "list") {
    for (const { name, says } of mutants) console.log(`${name.padEnd(28)}${says}`);
    return true;
  }
  if (options.network) return performReal(options, databaseUrl);
  return options.isMatrix
    ? performMatrix(options, databaseUrl)
    : performChaos(options, databaseUrl);
}

async function performReal(
  { seed, deliveries, kills }: Options,
  databaseUrl: string | undefined,
): Promise<boolean> {
  if (!databaseUrl) throw new Error("A worker of its own needs PostgreSQL.");
  const began = performance.now();
  const report = await runAgainstBluesky({ seed, deliveries, kills, databaseUrl });
  const { duplicates, lost, parked, records, faults, complaints } = report;
  console.log(`Records on the server: ${records}. Faults of the proxy: ${JSON.stringify(faults)}`);
  for (const complaint of complaints) console.log(`  ${complaint}`);
  const seconds = Math.round((performance.now() - began) / 1_000);
  const figures = { deliveries: report.deliveries, kills: report.kills, pauses: 0 };
  console.log(JSON.stringify({ ...figures, duplicates, lost, parked, seconds }));
  return duplicates === 0 && lost === 0 && parked === 0;
}

/** Each seed on its own; on PostgreSQL each in a database of its own. */
async function performMatrix(options: Options, databaseUrl: string | undefined): Promise<boolean> {
  const began = performance.now();
  const sum = { deliveries: 0, kills: 0, pauses: 0, duplicates: 0, lost: 0, parked: 0 };
  for (let seed = options.seed; seed < options.seed + options.seeds; seed += 1) {
    const { speed, perCell } = options;
    const report = await runMatrix({ seed, databaseUrl, speed, deliveries: perCell });
    const { hit, kills, alone, answered } = report;
    console.log(`Seed ${seed}, deliveries that stood at each point: ${JSON.stringify(hit)}`);
    complain("Alone", alone);
    complain("After a person answered", answered);
    sum.deliveries += Object.values(hit).reduce((all, one) => all + one, 0);
    sum.kills += kills;
    sum.duplicates += Math.max(alone.duplicates, answered.duplicates);
    sum.lost += Math.max(alone.lost, answered.lost);
    sum.parked += alone.parked;
  }
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(JSON.stringify({ ...sum, seconds }));
  return sum.duplicates === 0 && sum.lost === 0;
}

async function performChaos(options: Options, databaseUrl: string | undefined): Promise<boolean> {
  const began = performance.now();
  const { seed, deliveries, kills, pauses, speed, mutant = null } = options;
  const { isNaive, isWatched, classes } = options;
  const at = mutants.find(({ name }) => name === mutant)?.at;
  const work = { seed, deliveries, databaseUrl, speed, at, blows: { kills, pauses } };
  const report = await runChaos({ ...work, mutant, isNaive, isWatched, classes });
  const seconds = Math.round((performance.now() - began) / 1_000);
  return tell(report, seconds);
}

function tell({ blows, requests, alone, answered }: ChaosReport, seconds: number): boolean {
  console.log(`Blows: ${JSON.stringify(blows.byPoint)}`);
  console.log(`Requests: ${JSON.stringify(requests)}`);
  console.log(`Parked by class: ${JSON.stringify(alone.parkedByClass)}`);
  complain("Alone", alone);
  if (answered) complain("After a person answered", answered);
  const duplicates = Math.max(alone.duplicates, answered?.duplicates ?? 0);
  const lost = Math.max(alone.lost, answered?.lost ?? 0);
  const { deliveries, parked } = alone;
  const { kills, pauses } = blows;
  console.log(JSON.stringify({ deliveries, kills, pauses, duplicates, lost, parked, seconds }));
  return duplicates === 0 && lost === 0;
}

const mostShown = 20;

function complain(when: string, { complaints }: Verdict): void {
  console.log(`${when}: ${complaints.length} complaints`);
  for (const { kind, what } of complaints.slice(0, mostShown)) console.log(`  ${kind}: ${what}`);
}
