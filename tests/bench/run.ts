export {};

/** `npm run bench -- NAME`: one measurement, as a table and one line of JSON. Each bench is a file of this folder that exports `bench`. */
const names = ["fans", "lateness"] as const;

const wanted = process.argv[2] ?? "";
if (!names.some((name) => name === wanted)) {
  console.log(`Which one? ${names.join(", ")}`);
  process.exit(1);
}
const { bench } = (await import(`./${wanted}.ts`)) as { bench: () => Promise<object[]> };
const rows = await bench();
console.table(rows);
console.log(JSON.stringify({ bench: wanted, rows }));
