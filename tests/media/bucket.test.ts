import { expect, onTestFinished, test } from "vitest";

import { openBucket } from "#lib/media/bucket";
import { readBucketPlace } from "#lib/media/bucket-place";
import { checkBucket } from "#lib/media/check-bucket";
import { shareByBucket } from "#lib/media/share-by-bucket";

import { testContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { haveImage } from "../support/have-image.ts";
import { startS3Server } from "./s3-server.ts";

async function started(over: Partial<{ secret: string; bucket: string; port: number }> = {}) {
  const ctx = await haveWorkspace();
  // The SDK signs by the machine's own clock.
  ctx.clock.set(new Date());
  const server = await startS3Server(() => ctx.clock.now());
  onTestFinished(() => server.stop());
  const { secret = server.secret, bucket = server.bucket, port = server.port } = over;
  const keys = `${server.key}:${encodeURIComponent(secret)}`;
  const address = `http://${keys}@127.0.0.1:${port}/${bucket}?region=eu-central-1`;
  const place = readBucketPlace(address);
  if (!place) throw new Error(address);
  const opened = openBucket(place, ctx.http);
  return { ctx, server, bucket: opened, share: shareByBucket(opened, ctx) };
}

const fit = { maxBytes: 1_000_000, maxSide: 320, types: ["image/jpeg" as const] };

test("a picture is copied as the network takes it, and shown to who has the address, for two days", async () => {
  const { ctx, server, share } = await started();
  const { id: mediaId } = await haveImage(ctx);
  const asked = { workspaceId: ctx.workspaceId, mediaId, fit };
  const address = await share.addressOf(asked);
  const fetched = await fetch(address);
  expect([fetched.status, fetched.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  // Prepared twice on one day it is the same twice, and the name tells nothing.
  expect(await share.addressOf(asked)).toBe(address);
  const [key = ""] = [...server.objects.keys()];
  expect(server.objects.size).toBe(1);
  expect(key).not.toContain(mediaId);
  expect((await fetch(address.replace(/X-Amz-Signature=./, "X-Amz-Signature=z"))).status).toBe(403);
  expect((await fetch(address.split("?")[0] ?? "")).status).toBe(403);

  await share.tidy?.();
  expect(server.objects.size).toBe(1);
  ctx.clock.pass({ days: 2 });
  expect((await fetch(address)).status).toBe(403);
});

test("copies go once no address opens them any more, and nothing that is not ours", async () => {
  const { ctx, server, share } = await started();
  const day = (days: number) =>
    new Date(ctx.clock.now().getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const keys = [`shoutloop/${day(0)}/a.jpeg`, `shoutloop/${day(1)}/a.jpeg`, "shoutloop/readme"];
  for (const key of [...keys, `shoutloop/${day(2)}/a.jpeg`, `other/${day(9)}/a.jpeg`])
    server.objects.set(key, { bytes: Buffer.alloc(1), type: "image/jpeg" });
  await share.tidy?.();
  expect([...server.objects.keys()]).toEqual([...keys, `other/${day(9)}/a.jpeg`]);
});

test("the check stores, fetches and takes away", async () => {
  const { ctx, server, bucket } = await started();
  expect(await checkBucket(bucket, ctx)).toEqual({ kind: "fine" });
  expect(server.objects.size).toBe(0);
});

test.each([
  ["NoSuchBucket", 404, "not-there"],
  ["AccessDenied", 403, "forbidden"],
  ["RequestTimeTooSkewed", 403, "wrong-clock"],
  ["PermanentRedirect", 301, "wrong-region"],
  ["InternalError", 500, "failed"],
  ["SlowDown", 503, "failed"],
])("%s is %s", async (code, status, kind) => {
  const { ctx, server, bucket, share } = await started();
  server.fail = { status, code };
  expect(await checkBucket(bucket, ctx)).toMatchObject({ kind });
  const { id: mediaId } = await haveImage(ctx);
  const asked = { workspaceId: ctx.workspaceId, mediaId, fit };
  await expect(share.addressOf(asked)).rejects.toMatchObject({ problem: kind });
});

test("a wrong secret, a bucket that is not there, a clock that is off, and nobody who answers", async () => {
  const wrong = await started({ secret: "another" });
  expect(await checkBucket(wrong.bucket, wrong.ctx)).toMatchObject({ kind: "wrong-key" });
  const absent = await started({ bucket: "absent" });
  expect(await checkBucket(absent.bucket, absent.ctx)).toMatchObject({ kind: "not-there" });
  const late = await started();
  late.ctx.clock.pass({ hours: 1 });
  expect(await checkBucket(late.bucket, late.ctx)).toMatchObject({ kind: "wrong-clock" });
  const gone = await started();
  await gone.server.stop();
  expect(await checkBucket(gone.bucket, gone.ctx)).toMatchObject({ kind: "unreachable" });
});

test("a bucket on a private network is refused, since no network fetches from there", async () => {
  const ctx = await testContext();
  const place = readBucketPlace("https://a:b@192.168.1.2/pictures");
  if (!place) throw new Error("It is an address.");
  expect(await checkBucket(openBucket(place, ctx.http), ctx)).toMatchObject({
    kind: "private-address",
  });
});

test.each([
  ["https://k:s@s3.eu-central-1.amazonaws.com/my-bucket?region=eu-central-1", "my-bucket"],
  ["https://k:a%2Fb%2Bc@minio.example.org:9000/my.bucket/", "my.bucket"],
  ["http://k:s@minio.example.org/my-bucket", undefined],
  ["https://k@minio.example.org/my-bucket", undefined],
  ["https://minio.example.org/my-bucket", undefined],
  ["https://k:s@minio.example.org/", undefined],
  ["https://k:s@minio.example.org/my-bucket/folder", undefined],
  ["https://k:s@minio.example.org/My_Bucket", undefined],
  ["nothing", undefined],
])("%s", (address, bucket) => {
  expect(readBucketPlace(address)?.bucket).toBe(bucket);
});
