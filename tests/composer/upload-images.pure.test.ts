import { afterEach, expect, test, vi } from "vitest";

import { uploadImages } from "../../app/_components/composer/upload-images.ts";

afterEach(() => void vi.unstubAllGlobals());

/** A server that answers an upload like this; says what it was sent. */
function answering(status: number, type: string, body: string) {
  const sent: string[] = [];
  const fetch = async (address: string) => {
    sent.push(address);
    return new Response(body, { status, headers: { "content-type": type } });
  };
  vi.stubGlobal("window", { fetch });
  return sent;
}

const image = new File(["x"], "wol\u202e.png");

test("an image that is too large is refused before it is sent", async () => {
  const sent = answering(201, "application/json", "{}");
  const large = new File([new Uint8Array(20_000_001)], "large.png");
  const { failures } = await uploadImages("/api/media/ada", [large]);
  const detail = { file: "large.png", megabytes: 20 };
  expect(failures).toEqual([{ fileName: "large.png", refusal: "image-too-large", detail }]);
  expect(sent).toEqual([]);
});

test.each([
  [413, "text/html", "<html>Request Entity Too Large</html>", "proxy-takes-less"],
  [413, "text/plain", "too large", "proxy-takes-less"],
  [
    413,
    "application/json",
    '{"ok":false,"refusal":"image-too-large","detail":{}}',
    "image-too-large",
  ],
  [422, "application/json", '{"ok":false,"refusal":"not-an-image","detail":{}}', "not-an-image"],
  [401, "application/json", '{"ok":false,"refusal":"signed-out","detail":{}}', "signed-out"],
  [502, "text/html", "<html>Bad Gateway</html>", ""],
])("%i %s %s is told as %j", async (status, type, body, refusal) => {
  answering(status, type, body);
  const { failures } = await uploadImages("/api/media/ada", [image]);
  expect(failures).toMatchObject([{ refusal, detail: { file: "wol.png" } }]);
});

test("what is taken is named by its id, whatever else is refused", async () => {
  answering(201, "application/json", '{"ok":true,"value":{"id":"1"}}');
  expect(await uploadImages("/api/media/ada", [image])).toEqual({ ids: ["1"], failures: [] });
});
