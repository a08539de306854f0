import sharp from "sharp";

/**
 * Formats that people's cameras and screens make. Everything else, SVG first of all, is never parsed,
 * by whatever of the product: whoever opens an image imports this file.
 */
const readable = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"];

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: readable.map((format) => `VipsForeignLoad${format}Buffer`) });
sharp.cache(false);
