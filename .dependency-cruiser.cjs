/** Who may import whom, lowest first. A folder may import any folder on a line above its own. */
const layers = [
  ["db"],
  ["kernel"],
  ["jobs"],
  ["events", "http", "mail", "secrets", "i18n", "images", "lists"],
  ["networks"],
  ["search"],
  ["workspaces"],
  ["accounts", "media"],
  ["projections"],
  ["posts", "people", "spending", "dead-letters"],
  ["deliveries", "engagement"],
  ["recovery"],
  ["publisher"],
  ["notifications"],
  ["journey", "backup"],
  ["advocacy"],
  ["projector"],
  ["analytics"],
  ["views"],
  ["runtime"],
  ["transports"],
  ["cli", "demo"],
];

const anyOf = (names) => `^lib/(${names.join("|")})/`;

/** Behaviour points down; tables are a shared vocabulary: a repository may join any domain's `schema.ts`. */
const repository = "(/|-)repository\\.ts$";
const tables = "/schema\\.ts$";

/** What runs the product starts the worker and answers events. */
const forTheTop = "^lib/(worker|event-handlers)\\.ts$";

/** Types alone: what a running product has names the networks it speaks to. */
const contractOfNetworks = "^lib/networks/contract/registry\\.ts$";

const upward = layers.flatMap((line, level) =>
  withTablesForRepositories(`nothing-above-${line.join("-")}`, anyOf(line), {
    path: "^lib/",
    pathNot: [
      anyOf(layers.slice(0, level + 1).flat()),
      ...(line.some((name) => ["runtime", "cli", "demo"].includes(name)) ? [forTheTop] : []),
      ...(line.includes("kernel") ? [contractOfNetworks] : []),
    ],
  }),
);

const sideways = layers
  .filter((line) => line.length > 1)
  .flatMap((line) =>
    line.flatMap((name) =>
      withTablesForRepositories(`${name}-keeps-off-its-siblings`, anyOf([name]), {
        path: anyOf(line.filter((other) => other !== name)),
        pathNot: [],
      }),
    ),
  );

function withTablesForRepositories(name, from, to) {
  return [
    { name, severity: "error", from: { path: from, pathNot: repository }, to },
    {
      name: `${name}-but-tables`,
      severity: "error",
      from: { path: `${from}.*${repository}` },
      to: { path: to.path, pathNot: [...to.pathNot, tables] },
    },
  ];
}

const rules = [
  // A table and the type inferred from it name each other; that is no cycle at run time, which
  // this parser cannot see. Cycles of values are found by the linter, too.
  {
    name: "no-cycles",
    from: {},
    to: { circular: true, viaOnly: { pathNot: "^lib/[^/]+/schema\\.ts$" } },
  },
  {
    name: "lib-knows-no-framework",
    from: { path: "^lib/", pathNot: "^lib/runtime/" },
    to: { path: "^app/|node_modules/(next|next-auth|next-intl|react|react-dom)/" },
  },
  {
    name: "sql-lives-in-repositories",
    from: {
      path: "^(app|lib)/",
      pathNot: "^lib/(db|events|jobs)/|(/|-)repository\\.ts$|/schema\\.ts$",
    },
    to: { path: "node_modules/drizzle-orm" },
  },
  {
    name: "tables-are-private",
    from: { path: "^app/" },
    to: { path: "^lib/.*(/schema|repository)\\.ts$", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "a-domain-owns-its-tables",
    from: { path: "^lib/([^/]+)/", pathNot: "^lib/(publisher|recovery)/" },
    to: { path: "^lib/.+repository\\.ts$", pathNot: ["^lib/$1/", "^lib/(events|jobs)/"] },
  },
  // The engine works on the deliveries themselves; what it writes goes through their events all the same.
  {
    name: "the-engine-owns-its-tables",
    from: { path: "^lib/(publisher|recovery)/" },
    to: { path: "^lib/.+repository\\.ts$", pathNot: ["^lib/$1/", "^lib/(deliveries|events)/"] },
  },
  {
    name: "components-see-only-pure-lib",
    from: { path: "^app/_components/" },
    to: { path: "^lib/.*(repository|schema)\\.ts$", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "networks-are-strangers",
    from: { path: "^lib/networks/([^/]+)/" },
    to: { path: "^lib/networks/[^/]+/", pathNot: "^lib/networks/($1|contract|kit)/" },
  },
  {
    name: "the-contract-knows-no-network",
    from: { path: "^lib/networks/contract/" },
    to: { path: "^lib/networks/", pathNot: "^lib/networks/contract/" },
  },
];

module.exports = {
  forbidden: [...upward, ...sideways, ...rules.map((rule) => ({ severity: "error", ...rule }))],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
