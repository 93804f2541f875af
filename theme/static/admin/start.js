// Starts the form with the network's own file format.

import CMS from "./sveltia/index.js";
import { fromFile, toFile } from "./format.js";

const response = await fetch("shapes.json");
for (const [name, keys] of Object.entries(await response.json())) {
  CMS.registerCustomFormat(name, "md", { fromFile: fromFile(keys), toFile: toFile(keys) });
}
CMS.init();
