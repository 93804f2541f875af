// Looks at the addresses on standard input, two at a time, and says each fault on a line of its own.
import { readFileSync } from "node:fs";
import pa11y from "pa11y";
import puppeteer from "puppeteer";

// By address: what comes into sight last, where a script has something to do.
const { addresses, shows } = JSON.parse(readFileSync(0, "utf8"));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const options = { browser, standard: "WCAG2AA", runners: ["htmlcs"], timeout: 60_000 };

const look = async () => {
  for (let page = addresses.shift(); page; page = addresses.shift()) {
    const actions = shows[page] ? [`wait for element ${shows[page]} to be visible`] : [];
    const { issues } = await pa11y(page, { ...options, actions });
    for (const { code, message, context, selector } of issues)
      console.log(JSON.stringify({ page, code, words: `${message} ${selector} ${context}` }));
  }
};
await Promise.all([look(), look()]);
await browser.close();
