import type sharp from "sharp";

type Sharp = typeof sharp;

let loading: Promise<Sharp> | undefined;

/** Loads sharp on first use, with restrictions: it takes 20 MB and many processes never open an image. */
export function loadSharp(): Promise<Sharp> {
  loading ??= import("sharp").then((module) => restricted(module.default));
  return loading;
}

/** Image formats of cameras and screens. All other formats, such as SVG, are never parsed. */
const readable = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"];

function restricted(loaded: Sharp): Sharp {
  loaded.block({ operation: ["VipsForeignLoad"] });
  loaded.unblock({ operation: readable.map((format) => `VipsForeignLoad${format}Buffer`) });
  loaded.cache(false);
  return loaded;
}
