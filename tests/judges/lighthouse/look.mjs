// Looks at the addresses on standard input, and says every audit that is not passed, on a line of
// its own, and as "speed" the points for speed.
import { readFileSync } from "node:fs";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const JUDGED = ["accessibility", "best-practices", "seo"];
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
// The pages are static: when they are loaded, nothing more is to come.
const QUIET = 100;
const options = {
  output: "json",
  logLevel: "silent",
  onlyCategories: [...JUDGED, "performance"],
  disableFullPageScreenshot: true,
  pauseAfterFcpMs: QUIET,
  pauseAfterLoadMs: QUIET,
  networkQuietThresholdMs: QUIET,
  cpuQuietThresholdMs: QUIET,
};
const tell = (page, code, words) => console.log(JSON.stringify({ page, code, words }));

for (const address of JSON.parse(readFileSync(0, "utf8"))) {
  const page = await browser.newPage();
  const { lhr } = await lighthouse(address, options, undefined, page);
  if (lhr.runtimeError) tell(address, lhr.runtimeError.code, lhr.runtimeError.message);
  for (const name of JUDGED) {
    const { score, auditRefs } = lhr.categories[name];
    const failed = auditRefs.filter(({ id, weight }) => weight && lhr.audits[id].score < 1 &&
      ["binary", "numeric", "error"].includes(lhr.audits[id].scoreDisplayMode));
    for (const { id } of failed) {
      const { title, details, errorMessage } = lhr.audits[id];
      const items = JSON.stringify(details?.items ?? []).slice(0, 400);
      tell(address, `${name}: ${id}`, `${title} ${errorMessage ?? ""} ${items}`);
    }
    if (score !== 1 && !failed.length) tell(address, `${name}: ${score}`, "less than all points");
  }
  tell(address, "speed", String(Math.round((lhr.categories.performance.score ?? 0) * 100)));
  await page.close();
}
await browser.close();
