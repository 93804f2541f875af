// What is ready: the text, and the ways in which a person may send it.

import { h } from "./form-ask.js";
import { filled } from "./form-say.js";
import { mail, newFile, newIssue } from "./form-send.js";

const FORGES = { github: "GitHub", gitlab: "GitLab", forgejo: "Forgejo" };

// Gives true when the text could be copied; without a clipboard it is selected to be copied.
function copy(text, field) {
  const byHand = () => {
    field.closest("details").open = true;
    field.value = text;
    field.select();
    try { return document.execCommand("copy"); } catch (error) { return false; }
  };
  if (!navigator.clipboard) return Promise.resolve(byHand());
  return navigator.clipboard.writeText(text).then(() => true, byHand);
}

function save(name, text) {
  const link = h("a", { download: name, href: URL.createObjectURL(new Blob([text], { type: "text/markdown" })) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// `file` is the text of a new file, `text` what a mail carries of it or of a change.
export function done(data, { subject, path, file, text, notes, back }) {
  const { words, network } = data;
  const say = (key, values) => filled(words["done." + key], values || {});
  const state = h("p", { class: "form__state", role: "status" });
  const field = h("textarea", { readonly: true, rows: 12, "aria-label": say("text") });
  field.value = text;
  const copied = (what) => copy(what, field).then((isCopied) => { state.textContent = say(isCopied ? "copied" : "not_copied"); });
  const way = (link, how, what) => {
    if (link.pastes) what.addEventListener("click", () => { copied(link.text); });
    return h("li", {}, what, h("p", { class: "quiet" }, how));
  };
  const ways = [];
  if (network.email) {
    const hello = [say("hello", { network: network.name })].concat(notes, "").join("\n\n");
    const link = Object.assign(mail(network.email, subject, hello + text, say("mail_instead")), { text: hello + text });
    ways.push(way(link, say(link.pastes ? "mail_paste" : "mail_how"), h("a", { class: "button", href: link.href }, say("mail"))));
  }
  if (network.repository) {
    const forge = FORGES[network.repository.forge];
    const found = file ? newFile(network.repository, "content/" + path, file) : newIssue(network.repository, subject, text);
    const link = Object.assign(found, { text: file || text });
    const how = say(link.pastes ? "forge_paste" : "forge_how", { forge }) + (network.repository.public ? "" : " " + say("forge_private"));
    ways.push(way(link, how, h("a", { class: "button", href: link.href, target: "_blank", rel: "noopener" }, say("forge", { forge }))));
  }
  const copier = h("button", { class: "button", type: "button" }, say("copy"));
  copier.addEventListener("click", () => { copied(text); });
  ways.push(h("li", {}, copier));
  if (file) {
    const saver = h("button", { class: "button", type: "button" }, say("save"));
    saver.addEventListener("click", () => save(path.slice(path.lastIndexOf("/") + 1), file));
    ways.push(h("li", {}, saver, h("p", { class: "quiet" }, say("save_how"))));
  }
  const again = h("button", { class: "form__clear", type: "button" }, say("back"));
  again.addEventListener("click", back);
  return h("div", { class: "form__done" }, h("h3", {}, say("title")), h("p", {}, say("lead")), ...notes.map((note) => h("p", { class: "notes" }, note)),
    h("p", {}, words.review), h("ul", { class: "plain form__ways" }, ...ways), state,
    h("details", {}, h("summary", {}, say("text")), field), h("p", {}, again));
}
