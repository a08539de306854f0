import { createHash } from "node:crypto";

const alphabet = "234567abcdefghijklmnopqrstuvwxyz";
const [microsPerMs, clockIds] = [1000n, 1024n];

/**
 * The key a record is created under (a TID: 53 bits of microseconds, 10 bits of clock id, written
 * so that it sorts by time). Chosen by us from what is frozen, so a second preparation or a second
 * sending names the same record, and two deliveries of one millisecond do not.
 */
export function recordKey(createdAt: Date, key: string): string {
  const { subMs, clockId } = markOf(key);
  const micros = BigInt(createdAt.getTime()) * microsPerMs + subMs;
  return written((micros << 10n) | clockId);
}

/** Whether a record's key was made from this key of ours, whenever that was. */
export function isKeyOf(recordKey: string, key: string): boolean {
  const value = read(recordKey);
  const { subMs, clockId } = markOf(key);
  return (
    value !== undefined && value % clockIds === clockId && (value >> 10n) % microsPerMs === subMs
  );
}

/** When a record says it was made; undefined where its key is no time. */
export function keyTime(recordKey: string): Date | undefined {
  const value = read(recordKey);
  return value === undefined ? undefined : new Date(Number((value >> 10n) / microsPerMs));
}

/** One of a million: what does not depend on the time. */
function markOf(key: string): { subMs: bigint; clockId: bigint } {
  const digest = createHash("sha256").update(key).digest().readBigUInt64BE();
  return { subMs: digest % microsPerMs, clockId: (digest / microsPerMs) % clockIds };
}

function read(recordKey: string): bigint | undefined {
  if (!/^[234567a-j][2-7a-z]{12}$/.test(recordKey)) return undefined;
  let value = 0n;
  for (const letter of recordKey) value = (value << 5n) | BigInt(alphabet.indexOf(letter));
  return value;
}

function written(value: bigint): string {
  let text = "";
  for (let rest = value; text.length < 13; rest >>= 5n)
    text = (alphabet[Number(rest & 31n)] ?? "") + text;
  return text;
}
