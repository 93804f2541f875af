// A page in Firefox, and hands on its keys: does what each line on standard input asks, and answers
// with a line. Arguments: the moment that it is, "scripts" or "plain", and a folder for downloads.
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import puppeteer from "puppeteer-core";
import { stop } from "./clock.mjs";

const [moment, scripts, folder] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: "/usr/bin/firefox-esr",
  headless: true,
  env: { ...process.env, TZ: "Europe/Helsinki" },
  extraPrefsFirefox: {
    "browser.download.folderList": 2,
    "browser.download.dir": folder,
    "browser.download.always_ask_before_handling_new_types": false,
    // Its list of downloads would take the keys.
    "browser.download.alwaysOpenPanel": false,
    "browser.helperApps.neverAsk.saveToDisk": "text/calendar",
    "intl.locale.requested": "en-US",
    // Firefox lets keys pass that come sooner after a page is drawn than a person could press them.
    "dom.input_events.security.minNumTicks": 0,
    "dom.input_events.security.minTimeElapsedInMS": 0,
    "javascript.enabled": scripts !== "plain",
  },
});
let tab;
// After a download a tab leads nowhere any more (Puppeteer 24): each errand has one of its own.
const open = async (address) => {
  if (tab) await tab.close();
  tab = await browser.newPage();
  await tab.setViewport({ width: 1200, height: 800 });
  await tab.evaluateOnNewDocument(stop, moment);
  await tab.goto(address, { waitUntil: "load" });
};
const press = async (key) => {
  const [last, ...held] = key.replace("Space", " ").split("+").reverse();
  for (const each of held) await tab.keyboard.down(each);
  await tab.keyboard.press(last);
  for (const each of held) await tab.keyboard.up(each);
};
const called = (script, value) => `(${script})(${JSON.stringify(value ?? null)})`;
// Asks again and again; while one page makes place for another, nothing answers.
const wait = async (look) => {
  for (let left = 500; left; left -= 1) {
    const found = await Promise.resolve().then(look).catch(() => null);
    if (found) return found;
    await setTimeout(20);
  }
  throw new Error("nothing comes of it");
};
const IS_THERE = `(address) => location.href === address && document.readyState === "complete"`;
const files = () => readdirSync(folder).filter((name) => !name.endsWith(".part"));
const DO = {
  open,
  press,
  follow: async (key, address) => {
    await press(key);
    await wait(() => tab.evaluate(called(IS_THERE, address)));
  },
  write: (text) => tab.keyboard.type(text),
  ask: (script) => tab.evaluate(called(script)),
  until: (script, value) => wait(() => tab.evaluate(called(script, value))),
  saved: async (key) => {
    const before = files();
    await press(key);
    return wait(() => {
      const [name] = files().filter((each) => !before.includes(each));
      return name && readFileSync(`${folder}/${name}`, "utf8");
    });
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [what, ...words] = JSON.parse(line);
  let answer;
  try {
    const said = await DO[what](...words);
    answer = { said: ["ask", "saved"].includes(what) ? said : null };
  } catch (fault) {
    answer = { fault: String(fault) };
  }
  console.log(JSON.stringify(answer));
}
await browser.close();
