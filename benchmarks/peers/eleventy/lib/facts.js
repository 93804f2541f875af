// Organisers and labels, read once: as global data they would be merged into every page's own.
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url)));

export const organisers = read("organisers");
export const terms = read("terms");
