import type { S3Client } from "@aws-sdk/client-s3";

import { HttpFailure, type Http } from "../kernel/ports.ts";
import { throughOurHttp } from "./bucket-http.ts";
import type { BucketPlace } from "./bucket-place.ts";

/**
 * The operator's object storage (S3 or compatible), from which networks fetch pictures instead of from this
 * installation.
 */
export interface Bucket {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /**
   * Returns a signed address, the same for the same `signedAt`. It lets anyone read this one object for
   * `seconds` from then on.
   */
  addressOf(key: string, signedAt: Date, seconds: number): Promise<string>;
  list(prefix: string): Promise<readonly string[]>;
  remove(key: string): Promise<void>;
}

/** A problem with the bucket; its text is `cli.bucket.<code>`. */
export type BucketProblem =
  | "not-there"
  | "wrong-key"
  | "forbidden"
  | "wrong-clock"
  | "wrong-region"
  | "private-address"
  | "unreachable"
  | "failed";

/** Thrown if the storage refuses or cannot be reached; `message` is shown in a delivery's history. */
export class BucketFailure extends Error {
  override name = "BucketFailure";
  readonly problem: BucketProblem;
  /** The storage's error message. */
  readonly said: string;

  constructor(problem: BucketProblem, said: string) {
    super(`The bucket for pictures (MEDIA_BUCKET) did not take part: ${problem}. It said: ${said}`);
    this.problem = problem;
    this.said = said;
  }
}

/**
 * Opens a bucket. The AWS SDK is loaded at the first use, so that installations without a bucket do not hold
 * it in memory.
 */
export function openBucket(place: BucketPlace, http: Http): Bucket {
  const { bucket: Bucket } = place;
  let loading: ReturnType<typeof load> | undefined;
  const open = () => (loading ??= load(place, http));
  return {
    async put(Key, Body, ContentType) {
      const { sdk, client } = await open();
      const object = { Bucket, Key, Body, ContentType, ContentLength: Body.length };
      await named(() => client.send(new sdk.PutObjectCommand(object)));
    },
    async addressOf(Key, signingDate, expiresIn) {
      const { sdk, client } = await open();
      const { getSignedUrl } = await import("@aws-sdk/s3-request-presigner");
      const command = new sdk.GetObjectCommand({ Bucket, Key });
      return getSignedUrl(client, command, { signingDate, expiresIn });
    },
    async list(Prefix) {
      const { sdk, client } = await open();
      const page = await named(() => client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix })));
      return (page.Contents ?? []).flatMap(({ Key }) => Key ?? []);
    },
    async remove(Key) {
      const { sdk, client } = await open();
      await named(() => client.send(new sdk.DeleteObjectCommand({ Bucket, Key })));
    },
  };
}

async function load({ endpoint, region, accessKeyId, secretAccessKey }: BucketPlace, http: Http) {
  const sdk = await import("@aws-sdk/client-s3");
  const client: S3Client = new sdk.S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // S3-compatible services may have no host name per bucket.
    forcePathStyle: true,
    // The engine does the retries, with its own limits.
    maxAttempts: 1,
    // S3-compatible services may not support the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: throughOurHttp(http),
  });
  return { sdk, client };
}

async function named<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HttpFailure) {
      const isPrivate = error.reason === "private-address";
      throw new BucketFailure(isPrivate ? "private-address" : "unreachable", error.message);
    }
    if (!(error instanceof Error)) throw error;
    throw new BucketFailure(problems[error.name] ?? "failed", `${error.name}: ${error.message}`);
  }
}

/** Problems by S3's error names. */
const problems: Readonly<Record<string, BucketProblem>> = {
  NoSuchBucket: "not-there",
  InvalidAccessKeyId: "wrong-key",
  SignatureDoesNotMatch: "wrong-key",
  AccessDenied: "forbidden",
  RequestTimeTooSkewed: "wrong-clock",
  PermanentRedirect: "wrong-region",
  AuthorizationHeaderMalformed: "wrong-region",
};
