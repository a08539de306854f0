import sharp, { type Sharp } from "sharp";

/** Formats that people's cameras and screens make. Everything else, SVG first of all, is never parsed. */
const readable = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"];

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: readable.map((format) => `VipsForeignLoad${format}Buffer`) });
sharp.cache(false);

/** Opens bytes as an image; nothing is decoded yet. More than 40 million pixels throw when it comes to that. */
export function openPixels(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: 40e6, failOn: "warning" });
}
