import { registerHooks } from "node:module";

const place = "/node_modules/drizzle-orm/";
const known = new Map();

/**
 * Loads the CommonJS files of drizzle-orm instead of its ES modules, which have the same code. For each ES
 * module Node reads the package.json with 1,000 exports again, which takes a second and 250 MB at each start.
 */
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = "" } = context;
    // ES modules that are loaded nevertheless, as in tests, import each other by their relative paths.
    if (specifier.startsWith(".") && parentURL.includes(place) && parentURL.endsWith(".js"))
      return { url: new URL(specifier, parentURL).href, format: "module", shortCircuit: true };
    if (!specifier.startsWith("drizzle-orm")) return next(specifier, context);
    const before = known.get(specifier);
    if (before) return before;
    const found = next(specifier, context);
    const isTwin = found.url.includes(place) && found.url.endsWith(".js");
    const lean = isTwin
      ? {
          ...found,
          url: found.url.replace(/\.js$/, ".cjs"),
          format: "commonjs",
          shortCircuit: true,
        }
      : { ...found, shortCircuit: true };
    known.set(specifier, lean);
    return lean;
  },
});
