// What is ready: the text, and the ways in which a person may send it.

import { h } from "./form-field.js";
import { filled } from "./form-say.js";
import { mail, newFile, newIssue, newPicture } from "./form-send.js";

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

// The ways of one text: `file` is a new file, `text` what a mail carries of it or of a change.
function ways(data, { subject, path, file, text, pictures }) {
  const { words, network } = data;
  const say = (key, values) => filled(words["done." + key], values || {});
  const names = (pictures || []).join(", ");
  const state = h("p", { class: "form__state", role: "status" });
  const field = h("textarea", { readonly: true, rows: 12, "aria-label": say("text") });
  field.value = text;
  const copied = (what) => copy(what, field).then((isCopied) => { state.textContent = say(isCopied ? "copied" : "not_copied"); });
  const way = (link, how, what) => {
    if (link.pastes) what.addEventListener("click", () => { copied(link.text); });
    return h("li", {}, what, h("p", { class: "quiet" }, how));
  };
  const all = [];
  if (network.email) {
    const hello = [say("hello", { network: network.name })].concat(names ? say("attached", { names }) : [], "").join("\n\n");
    const link = Object.assign(mail(network.email, subject, hello + text, say("mail_instead")), { text: hello + text });
    const how = say(link.pastes ? "mail_paste" : "mail_how") + (names ? " " + say("mail_picture", { names }) : "");
    all.push(way(link, how, h("a", { class: "button", href: link.href }, say("mail"))));
  }
  if (network.repository) {
    const { repository } = network;
    const forge = FORGES[repository.forge];
    const found = file ? newFile(repository, "content/" + path, file) : newIssue(repository, subject, text);
    const link = Object.assign(found, { text: file || text });
    const how = say(link.pastes ? "forge_paste" : "forge_how", { forge }) + (repository.public ? "" : " " + say("forge_private"));
    const item = way(link, how, h("a", { class: "button", href: link.href, target: "_blank", rel: "noopener" }, say("forge", { forge })));
    const upload = newPicture(repository);
    if (names) item.append(h("p", { class: "quiet" }, say("forge_picture", { names, forge }), " ", upload ? h("a", { href: upload, target: "_blank", rel: "noopener" }, say("upload")) : ""));
    all.push(item);
  }
  const copier = h("button", { class: "button", type: "button" }, say("copy"));
  copier.addEventListener("click", () => { copied(text); });
  all.push(h("li", {}, copier));
  if (file) {
    const saver = h("button", { class: "button", type: "button" }, say("save"));
    saver.addEventListener("click", () => save(path.slice(path.lastIndexOf("/") + 1), file));
    all.push(h("li", {}, saver, h("p", { class: "quiet" }, say("save_how"))));
  }
  return [h("ul", { class: "plain form__ways" }, ...all), state, h("details", {}, h("summary", {}, say("text")), field)];
}

// What is ready to be sent: one text, or one that has to be there before the other.
export function done(data, about) {
  const { first, pictures, title } = about;
  const { words } = data;
  const say = (key, values) => filled(words["done." + key], values || {});
  const again = h("button", { class: "form__clear", type: "button" }, say("back"));
  again.addEventListener("click", about.back);
  const parts = first ? [first, about].map((each, index) => h("section", { class: "form__group" },
    h("h4", {}, say(index ? "then" : "first", { title: each.title })), ...ways(data, each))) : ways(data, about);
  return h("div", { class: "form__done" }, h("h3", {}, say("title")), h("p", {}, say("lead")),
    first ? h("p", { class: "notes" }, say("two", { name: first.title, title })) : "",
    (pictures || []).length ? h("p", { class: "notes" }, say("picture", { names: pictures.join(", ") })) : "",
    h("p", {}, words.review), ...parts, h("p", {}, again));
}
