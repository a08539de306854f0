import { invalid, LinkedInProblem } from "./problem.ts";

/** From the first to the last day on which LinkedIn answers a version (page "Marketing API migrations", November 2026). */
const lives: Readonly<Record<string, readonly [string, string]>> = {
  "202511": ["2025-11-15", "2026-11-16"],
  "202601": ["2026-01-15", "2027-01-15"],
  "202602": ["2026-02-15", "2027-02-15"],
  "202603": ["2026-03-16", "2027-03-16"],
};

/** Of the others only the promise is known: twelve months. A missing header is never "the latest". */
export function checkVersion(version: string | undefined, today: Date): void {
  if (!version)
    throw invalid(
      "VERSION_MISSING",
      "A version must be present. Please specify a version by adding the LinkedIn-Version header.",
    );
  const at = /^(20\d\d)(0[1-9]|1[0-2])$/.exec(version);
  if (!at) throw invalid("VERSION_INVALID", `Version ${version} is not YYYYMM`);
  const [, year = "", month = ""] = at;
  const [from, until] = lives[version] ?? [
    `${year}-${month}-01`,
    `${Number(year) + 1}-${month}-01`,
  ];
  const day = today.toISOString().slice(0, 10);
  if (day >= from && day < until) return;
  throw new LinkedInProblem(426, {
    code: "NONEXISTENT_VERSION",
    message: `Requested version ${version}01 is not active`,
  });
}
