// Addresses that are safe in a link: what text/addresses.py does for the check.

const refuse = (code, values) => { throw [code, values || {}]; };
const whole = ([source, flags], text) => new RegExp("^(?:" + source + ")$", flags).test(text);

function host(name, rules) {
  let said = name.toLowerCase();
  try {
    if (/[^\x00-\x7f]/.test(said)) said = new URL("http://" + said).hostname;
  } catch (error) { return null; }
  const isHost = said && said.length <= 253 && said.split(".").every((each) => whole(rules.patterns.label, each));
  return isHost ? said : null;
}

export function email(text, rules) {
  const value = text.trim();
  const at = value.lastIndexOf("@");
  const [local, domain] = [value.slice(0, Math.max(at, 0)), host(value.slice(at + 1), rules)];
  const isWrong = at < 0 || !domain || !domain.includes(".") || local.length > 64 || value.length > 254;
  if (isWrong || !whole(rules.patterns.local, local)) refuse("not-an-email", { value });
  return local + "@" + domain;
}

export function phone(text, rules) {
  const value = text.trim().replace(/\s+/g, " ").replace(new RegExp("[" + rules.dashes + "]", "g"), "-");
  const digits = value.replace(/[^0-9]/g, "").length;
  const count = (sign) => value.split(sign).length - 1;
  const isBalanced = count("(") === count(")") && count("(") <= 1;
  if (!whole(rules.patterns.phone, value) || digits < 3 || digits > 20 || !isBalanced) {
    refuse("not-a-phone", { value: text.trim() });
  }
  return value;
}

export function url(text, rules) {
  const value = text.trim();
  if (value.length > rules.longest_url) {
    refuse("url-too-long", { length: String(value.length), limit: String(rules.longest_url) });
  }
  if (/[\s\x00-\x1f\x7f-\xa0]/.test(value)) refuse("url-with-blank", { value });
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(value);
  if (!scheme || !/^https?$/i.test(scheme[1])) {
    if (whole(rules.patterns.bare_host, value)) {
      refuse("url-without-scheme", { value, suggestion: "https://" + value });
    }
    if (!scheme) refuse("not-a-url", { value });
    refuse("url-scheme", { value, scheme: scheme[0], allowed: "http:, https:" });
  }
  if (new RegExp(rules.patterns.refused_in_url[0]).test(value)) refuse("not-a-url", { value });
  const [, net, rest] = /^[^:]*:(?:\/\/([^/?#]*))?(.*)$/.exec(value);
  if ((net || "").includes("@")) {
    const kept = scheme[0].toLowerCase() + "//" + net.slice(net.lastIndexOf("@") + 1) + rest;
    refuse("url-with-password", { value: kept });
  }
  const [, name, port] = /^(.*?)(?::([0-9]*))?$/.exec(net || "");
  const domain = host(name, rules);
  if (!domain || (!domain.includes(".") && domain !== "localhost") || Number(port || 0) > 65535) {
    refuse("not-a-url", { value });
  }
  return value;
}

// Finnish personal identity codes (text/identity_codes.py): the problem of a text, or null.
export function identityCode(text, rules) {
  const plain = text.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u2060\ufeff\\*~`]/g, "");
  const sign = "[" + rules.dashes + "+A-FU-Y]";
  const letter = "0-9A-Za-z\u00c0-\u024f";
  const code = new RegExp("(^|[^" + letter + "])([0-9]{6})" + sign + "([0-9]{3})([0-9A-Z])(?![" + letter + "])", "gi");
  let like = null;
  for (let found = code.exec(plain); found; found = code.exec(plain)) {
    const [day, month, year] = found[2].match(/../g).map(Number);
    const isDated = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + year, month, 0)).getUTCDate();
    const isRight = rules.checks[Number(found[2] + found[3]) % 31] === found[4].toUpperCase();
    if (isDated && isRight) return "identity-code";
    if (isDated) like = "identity-code-like";
    code.lastIndex = found.index + 1;
  }
  return like;
}
