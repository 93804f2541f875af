// Looks at the HTML files named on standard input, and says each fault on a line of its own.
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const rules = {
  root: true,
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
  // Our files come from where the page comes from: they have nobody else to vouch for them.
  rules: { "require-sri": "off" },
};
const judge = new HtmlValidate(new StaticConfigLoader(rules));

for (const { folder, file } of JSON.parse(readFileSync(0, "utf8"))) {
  const report = judge.validateStringSync(readFileSync(`${folder}/${file}`, "utf8"), file);
  for (const { messages } of report.results)
    for (const { ruleId, message, line, selector } of messages) {
      const words = `line ${line}: ${message} ${selector ?? ""}`;
      console.log(JSON.stringify({ page: file, code: ruleId, words }));
    }
}
