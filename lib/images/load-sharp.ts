import type sharp from "sharp";

type Sharp = typeof sharp;

let loading: Promise<Sharp> | undefined;

/** Whoever opens an image asks here. Loaded with the first one: it takes 20 MB, and many a process sees none. */
export function loadSharp(): Promise<Sharp> {
  loading ??= import("sharp").then((module) => restricted(module.default));
  return loading;
}

/** Formats that people's cameras and screens make. Everything else, SVG first of all, is never parsed. */
const readable = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"];

function restricted(loaded: Sharp): Sharp {
  loaded.block({ operation: ["VipsForeignLoad"] });
  loaded.unblock({ operation: readable.map((format) => `VipsForeignLoad${format}Buffer`) });
  loaded.cache(false);
  return loaded;
}
