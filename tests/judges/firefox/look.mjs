// Looks with axe-core at the addresses on standard input, in Firefox, once in light colours and once
// in dark ones, side by side; says each fault on a line of its own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";
import { stop } from "./clock.mjs";

// By address: what comes into sight last, where a script has something to do.
const { addresses, rules, moment, shows } = JSON.parse(readFileSync(0, "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OVERRIDE = "layout.css.prefers-color-scheme.content-override";

const look = async (scheme) => {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: { [OVERRIDE]: scheme === "dark" ? 0 : 1 },
  });
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1200, height: 800 });
  await tab.evaluateOnNewDocument(stop, moment);
  for (const page of addresses) {
    await tab.goto(page, { waitUntil: "load" });
    if (shows[page]) await tab.waitForSelector(shows[page], { visible: true });
    const tell = (code, words) =>
      console.log(JSON.stringify({ page, code, words: `${scheme}: ${words}` }));
    const dark = await tab.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
    if (dark !== (scheme === "dark")) tell("scheme", "shown in other colours");
    await tab.evaluate(axe);
    const { violations } = await tab.evaluate((rules) => axe.run(document, rules), rules);
    for (const { id, nodes } of violations)
      for (const { html, failureSummary } of nodes) tell(id, `${html} ${failureSummary}`);
  }
  await browser.close();
};
await Promise.all([look("light"), look("dark")]);
