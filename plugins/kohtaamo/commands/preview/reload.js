// Keeps the page that is shown in step with the last build. Only the preview adds this to pages.
// Its own tag says of which state the page is (data-page), or of which faults (data-faults).
(() => {
  "use strict";
  const shown = document.currentScript.dataset;
  const here = location.pathname + location.search + location.hash;
  const memory = tabMemory();
  let events = null;

  // What this tab has seen. Without storage, faults do not open by themselves: they would each time.
  function tabMemory() {
    try {
      return window.sessionStorage;
    } catch {
      return null;
    }
  }

  // A tab in the background asks when it is looked at: browsers allow few connections to a server.
  function listen() {
    if (events || document.visibilityState === "hidden") return;
    events = new EventSource(`/_kohtaamo/events?page=${encodeURIComponent(location.pathname)}`);
    events.onmessage = (message) => follow(JSON.parse(message.data));
  }

  function rest() {
    if (events) events.close();
    events = null;
  }

  function follow(now) {
    if (shown.faults !== undefined) followFaults(now);
    else if (now.faults && memory && memory.kohtaamoFaults !== now.faults) openFaults(now);
    else if (now.page !== shown.page) location.reload();
  }

  function followFaults(now) {
    if (now.faults === shown.faults) return;
    if (now.faults || shown.back === undefined) location.reload();
    else location.replace(shown.back);
  }

  function openFaults(now) {
    memory.kohtaamoFaults = now.faults;
    memory.kohtaamoPlace = JSON.stringify([here, window.scrollX, window.scrollY]);
    location.replace(`/_kohtaamo/faults/?from=${encodeURIComponent(here)}`);
  }

  // Back from the faults: where the reader was.
  function returnToPlace() {
    if (!memory || !memory.kohtaamoPlace || shown.faults !== undefined) return;
    const [address, x, y] = JSON.parse(memory.kohtaamoPlace);
    memory.removeItem("kohtaamoPlace");
    if (address === here) window.scrollTo(x, y);
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") rest();
    else listen();
  });
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", listen);
  if (shown.faults && memory) memory.kohtaamoFaults = shown.faults;
  returnToPlace();
  listen();
})();
