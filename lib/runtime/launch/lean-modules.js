import { registerHooks } from "node:module";

const place = "/node_modules/drizzle-orm/";
const known = new Map();

/**
 * Node reads drizzle-orm's package.json (a list of 1,000 exports) again for every one of its ES modules:
 * a second and 250 MB at each start. Its CommonJS twins are the same code and do not cost that.
 */
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = "" } = context;
    // Where its ES modules are loaded all the same, as the tests do: what they name is there as they name it.
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
