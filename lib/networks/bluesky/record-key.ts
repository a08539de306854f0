import { createHash } from "node:crypto";

const alphabet = "234567abcdefghijklmnopqrstuvwxyz";
const [microsPerMs, clockIds] = [1000n, 1024n];

/**
 * Returns the key under which a record is created, a TID: 53 bits of microseconds and 10 bits of clock id, in
 * an encoding that sorts by time. It depends only on the time and our key, so that the same request names the
 * same record, and parts of the same millisecond get different ones.
 */
export function recordKey(createdAt: Date, key: string): string {
  const { subMs, clockId } = markOf(key);
  const micros = BigInt(createdAt.getTime()) * microsPerMs + subMs;
  return written((micros << 10n) | clockId);
}

/** Whether a record key was made from this key of ours, at any time. */
export function isKeyOf(recordKey: string, key: string): boolean {
  const value = read(recordKey);
  const { subMs, clockId } = markOf(key);
  return (
    value !== undefined && value % clockIds === clockId && (value >> 10n) % microsPerMs === subMs
  );
}

/** Returns the time in a record key; undefined if the key is not a TID. */
export function keyTime(recordKey: string): Date | undefined {
  const value = read(recordKey);
  return value === undefined ? undefined : new Date(Number((value >> 10n) / microsPerMs));
}

/** Returns the bits that do not depend on the time, one of about a million combinations. */
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
