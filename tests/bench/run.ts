export {};

/** `npm run bench -- NAME [options]`: one measurement, as a table and one line of JSON. Each bench is a file of this folder that exports `bench`. */
const names = [
  "fairness",
  "fans",
  "find",
  "ingest",
  "journey",
  "lateness",
  "publish",
  "recovery",
  "start",
  "workers",
] as const;

const [wanted = "", ...options] = process.argv.slice(2);
if (!names.some((name) => name === wanted)) {
  console.log(`Which one? ${names.join(", ")}`);
  process.exit(1);
}
const { bench } = (await import(`./${wanted}.ts`)) as {
  bench: (options: readonly string[]) => Promise<object[]>;
};
const rows = await bench(options);
console.table(rows);
console.log(JSON.stringify({ bench: wanted, rows }));
