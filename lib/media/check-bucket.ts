import type { Clock } from "../kernel/clock.ts";
import { HttpFailure, type Http } from "../kernel/ports.ts";
import { BucketFailure, type Bucket, type BucketProblem } from "./bucket.ts";

export type BucketCheck =
  | { readonly kind: "fine" }
  | { readonly kind: BucketProblem | "not-fetched"; readonly said: string };

const key = "shoutloop/check.txt";

/** Checks the bucket: stores a small file, fetches it as a network would, and deletes it. */
export async function checkBucket(
  bucket: Bucket,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Promise<BucketCheck> {
  try {
    const words = `Shoutloop was here on ${clock.now().toISOString()}.`;
    await bucket.put(key, Buffer.from(words), "text/plain");
    const fetched = await http
      .send(await bucket.addressOf(key, clock.now(), 60))
      .finally(() => bucket.remove(key));
    const isSame = fetched.status === 200 && fetched.body.toString() === words;
    return isSame ? { kind: "fine" } : { kind: "not-fetched", said: `HTTP ${fetched.status}` };
  } catch (error) {
    if (error instanceof BucketFailure) return { kind: error.problem, said: error.said };
    if (error instanceof HttpFailure) return { kind: "not-fetched", said: error.message };
    throw error;
  }
}
