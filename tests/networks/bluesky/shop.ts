import { loopbackServer } from "../../http/loopback-server.ts";

/** A page with a picture, as a link in a post leads to one. */
export async function shopWithPicture() {
  const { default: sharp } = await import("sharp");
  const canvas = { create: { width: 60, height: 40, channels: 3 as const, background: "red" } };
  const png = await sharp(canvas).png().toBuffer();
  const page = `<html><head><meta property="og:title" content="The shawl">
    <meta property="og:description" content="Warm &amp; soft"><meta property="og:image" content="/picture.png"></head></html>`;
  return loopbackServer((request, response) => {
    if (request.url === "/shawl") response.setHeader("content-type", "text/html").end(page);
    else if (request.url === "/picture.png")
      response.setHeader("content-type", "image/png").end(png);
    else response.writeHead(404).end();
  });
}
