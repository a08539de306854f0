/** Address and access keys of a bucket. */
export interface BucketPlace {
  /** Scheme, host and port. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Bucket names: lower-case letters, digits, dots and hyphens (S3 bucket naming rules). */
const bucketPath = /^\/([a-z\d][a-z\d.-]{1,61}[a-z\d])\/?$/;
const loopback = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/**
 * Parses `https://KEY:SECRET@s3.eu-central-1.amazonaws.com/bucket?region=eu-central-1`; undefined if the
 * address is not valid.
 */
export function readBucketPlace(address: string): BucketPlace | undefined {
  const url = URL.parse(address);
  if (!url?.username || !url.password) return undefined;
  // Networks fetch over https only; plain http is accepted for a test server on this machine.
  if (url.protocol !== "https:" && !loopback.test(url.hostname)) return undefined;
  const bucket = bucketPath.exec(url.pathname)?.[1];
  if (!bucket) return undefined;
  return {
    endpoint: url.origin,
    region: url.searchParams.get("region") ?? "us-east-1",
    bucket,
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}
