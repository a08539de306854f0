import { createHash } from "node:crypto";

const alphabet = "234567abcdefghijklmnopqrstuvwxyz";
const [microsPerMs, clockIds] = [1000n, 1024n];

/**
 * The key a record is created under (a TID: 53 bits of microseconds, 10 bits of clock id, written
 * so that it sorts by time). Chosen by us from what is frozen, so a second preparation or a second
 * sending names the same record, and two deliveries of one millisecond do not.
 */
export function recordKey(createdAt: Date, key: string): string {
  const digest = createHash("sha256").update(key).digest().readBigUInt64BE();
  const micros = BigInt(createdAt.getTime()) * microsPerMs + (digest % microsPerMs);
  const clockId = (digest / microsPerMs) % clockIds;
  return written((micros << 10n) | clockId);
}

function written(value: bigint): string {
  let text = "";
  for (let rest = value; text.length < 13; rest >>= 5n)
    text = (alphabet[Number(rest & 31n)] ?? "") + text;
  return text;
}
