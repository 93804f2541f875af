// Where a finished text goes: to the forge's page for a new file or a new issue, or by e-mail.
//
// Nothing is sent from here: an address is made, and a person opens it.

const MOST = 6000;
const MOST_OF_A_MAIL = 1600;
const enc = encodeURIComponent;
const base = (repository) => repository.url.replace(/\/+$/, "");
const branch = (repository) => enc(repository.branch || "main");

// The forge's page for a new file, filled in; whether the text has to be pasted there.
export function newFile(repository, path, text) {
  const cut = path.lastIndexOf("/");
  const [folder, name] = [path.slice(0, cut), path.slice(cut + 1)];
  if (repository.forge === "gitlab") {
    return { href: base(repository) + "/-/new/" + branch(repository) + "/" + folder + "?file_name=" + enc(name), pastes: true };
  }
  const forgejo = repository.forge === "forgejo" ? "/_new/" : "/new/";
  const start = base(repository) + forgejo + branch(repository) + "/" + folder + "?filename=" + enc(name);
  const whole = start + "&value=" + enc(text);
  return whole.length <= MOST ? { href: whole, pastes: false } : { href: start, pastes: true };
}

// The forge's page where a picture is put into its folder; "" where there is none.
export function newPicture(repository) {
  const way = { github: "/upload/", forgejo: "/_upload/" }[repository.forge];
  return way ? base(repository) + way + branch(repository) + "/content/images" : "";
}

// The forge's page for a new issue, filled in likewise.
export function newIssue(repository, title, text) {
  const gitlab = repository.forge === "gitlab";
  const start = base(repository) + (gitlab ? "/-/issues/new?issue[title]=" : "/issues/new?title=") + enc(title);
  const whole = start + (gitlab ? "&issue[description]=" : "&body=") + enc(text);
  return whole.length <= MOST ? { href: whole, pastes: false } : { href: start, pastes: true };
}

// A mail with the text where programs take it, else with what to do about it.
export function mail(address, subject, text, instead) {
  const start = "mailto:" + address + "?subject=" + enc(subject) + "&body=";
  const whole = start + enc(text.replace(/\n/g, "\r\n"));
  return whole.length <= MOST_OF_A_MAIL ? { href: whole, pastes: false } : { href: start + enc(instead), pastes: true };
}
