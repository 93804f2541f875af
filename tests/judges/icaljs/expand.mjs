// ical.js reads calendars and says every date: file, UID, start, end, status, with tabs between.
// Called as `node expand.mjs FOLDER` with the paths of the files in FOLDER on standard input, one
// a line. Moments are told in UTC, by the offsets of each file's own VTIMEZONE and nothing else.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import ICAL from "ical.js";

// A rule that never ends is a fault, and no reason to wait.
const MOST_DATES = 20_000;
const folder = process.argv[2];

function stamp(time) {
  if (time.isDate) return time.toICALString();
  return time.convertToZone(ICAL.Timezone.utcTimezone).toICALString();
}

function ownZone(calendar) {
  ICAL.TimezoneService.reset();
  const zones = calendar.getAllSubcomponents("vtimezone");
  for (const zone of zones) ICAL.TimezoneService.register(zone);
  return new Set(zones);
}

// A date, a moment in UTC, or one in the zone that the file itself describes.
function checkZone(event, zones) {
  for (const time of [event.startDate, event.endDate]) {
    const isKnown = time.isDate || time.zone === ICAL.Timezone.utcTimezone;
    if (!isKnown && !zones.has(time.zone.component)) {
      throw new Error(`${event.uid}: ${time} is not in the file's own time zone but in ${time.zone}`);
    }
  }
}

function* dates(master) {
  if (!master.isRecurring()) {
    yield master;
    return;
  }
  const told = new Set();
  const expansion = master.iterator();
  for (let count = 0, start; (start = expansion.next()); count += 1) {
    if (count > MOST_DATES) throw new Error(`${master.uid}: more than ${MOST_DATES} dates`);
    const { item, startDate, endDate } = master.getOccurrenceDetails(start);
    told.add(item);
    yield { uid: master.uid, startDate, endDate, component: item.component };
  }
  // Clients show an override of no date too.
  for (const override of Object.values(master.exceptions)) {
    if (!told.has(override)) yield override;
  }
}

function* masters(calendar) {
  const vevents = calendar.getAllSubcomponents("vevent");
  const isOverride = (each) => each.hasProperty("recurrence-id");
  const uid = (each) => each.getFirstPropertyValue("uid");
  const overrides = grouped(vevents.filter(isOverride), uid);
  const known = new Set();
  for (const each of vevents.filter((vevent) => !isOverride(vevent))) {
    known.add(uid(each));
    yield new ICAL.Event(each, { strictExceptions: true, exceptions: overrides.get(uid(each)) ?? [] });
  }
  for (const [lost, orphans] of overrides) {
    if (!known.has(lost)) throw new Error(`${lost}: ${orphans.length} overrides of no series`);
  }
}

function grouped(items, key) {
  const groups = new Map();
  for (const each of items) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}

function rows(file) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), "utf8")));
  const zones = ownZone(calendar);
  const lines = [];
  for (const master of masters(calendar)) {
    for (const each of dates(master)) {
      checkZone(each, zones);
      const status = each.component.getFirstPropertyValue("status");
      lines.push([file, each.uid, stamp(each.startDate), stamp(each.endDate), status].join("\t"));
    }
  }
  return lines;
}

let faults = 0;
for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  try {
    process.stdout.write(rows(file).map((line) => `${line}\n`).join(""));
  } catch (error) {
    faults += 1;
    console.error(`${file}: ical.js: ${error.message}`);
  }
}
process.exitCode = faults ? 1 : 0;
