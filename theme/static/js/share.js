// Sends the page's address on: by what a telephone has for that, elsewhere into the clipboard.
//
// The words stand on the page. That it is copied is announced when the reader has a moment; where
// no way of copying is left, the address itself stands there.

const line = document.querySelector(".share-link");
const [send, copy] = line.querySelectorAll("button");
const status = line.querySelector("[role=status]");
const address = location.href.split("#")[0];

function say(what) {
  status.textContent = "";
  status.append(what);
}

const sayCopied = () => say(line.querySelector("template").content.cloneNode(true));

// Browsers that have no clipboard for scripts, and sites without https.
function copyByHand() {
  const field = document.createElement("textarea");
  field.value = address;
  line.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  copy.focus();
  if (isCopied) sayCopied();
  else say(address);
}

copy.addEventListener("click", () => {
  if (navigator.clipboard) navigator.clipboard.writeText(address).then(sayCopied, copyByHand);
  else copyByHand();
});

// Whoever thinks better of it has done nothing wrong.
send.addEventListener("click", () => {
  navigator.share({ title: document.title, url: address }).catch(() => {});
});

// Computers can share too, but only telephones and tablets in a way that people know.
const isByHand = navigator.share && matchMedia("(pointer: coarse)").matches;
(isByHand ? send : copy).hidden = false;
