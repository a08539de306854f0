/** Where a bucket is, and whose keys open it. */
export interface BucketPlace {
  /** Scheme and host. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Buckets' names are small letters, digits, dots and hyphens (S3: bucket naming rules). */
const bucketPath = /^\/([a-z\d][a-z\d.-]{1,61}[a-z\d])\/?$/;
const loopback = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/** Of `https://KEY:SECRET@s3.eu-central-1.amazonaws.com/bucket?region=eu-central-1`; undefined where it is no such address. */
export function readBucketPlace(address: string): BucketPlace | undefined {
  const url = URL.parse(address);
  if (!url?.username || !url.password) return undefined;
  // Networks fetch over https alone; a test server on this machine is another matter.
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
