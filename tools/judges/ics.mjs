// Every calendar file is read by ical.js and keeps what RFC 5545 asks of the
// bytes: CRLF (3.1), lines of at most 75 octets (3.1), and in each event UID,
// DTSTAMP (3.6.1) and DTSTART.

import ICAL from 'ical.js';
import { filesEnding, readText } from './lib/site.mjs';

export const unit = 'calendars';

export function judge(site) {
  const files = filesEnding(site, '.ics');
  const findings = files.flatMap((file) => faults(readText(site, file)).map((fault) => ({ file, ...fault })));
  return { inputs: files.length, findings };
}

function faults(source) {
  return [...lineFaults(source), ...contentFaults(source).map((message) => ({ message }))];
}

function lineFaults(source) {
  const found = [];
  if (/[^\r]\n|\r(?!\n)/.test(source)) found.push({ message: 'a line does not end in CRLF' });
  if (!source.endsWith('\r\n')) found.push({ message: 'the last line is not ended' });
  source.split(/\r?\n/).forEach((text, i) => {
    const octets = Buffer.byteLength(text);
    if (octets > 75) found.push({ line: i + 1, message: `a line of ${octets} octets` });
  });
  return found;
}

function contentFaults(source) {
  const calendar = parse(source);
  if (calendar instanceof Error) return [`ical.js cannot read it: ${calendar.message}`];
  const events = calendar.getAllSubcomponents('vevent');
  const missing = ['version', 'prodid'].filter((name) => !calendar.hasProperty(name)).map((name) => `no ${name.toUpperCase()}`);
  if (events.length === 0) missing.push('no event');
  return [...missing, ...events.flatMap((event) => eventFaults(event, zones(calendar))), ...repeatedUIDs(events)];
}

function parse(source) {
  try {
    return new ICAL.Component(ICAL.parse(source));
  } catch (failure) {
    return failure;
  }
}

function zones(calendar) {
  return calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'));
}

function eventFaults(event, declared) {
  const uid = event.getFirstPropertyValue('uid') ?? '?';
  const faults = ['uid', 'dtstamp', 'dtstart', 'summary'].filter((name) => !event.hasProperty(name)).map((name) => `no ${name.toUpperCase()}`);
  const [start, end] = ['dtstart', 'dtend'].map((name) => event.getFirstPropertyValue(name));
  if (start && end && end.compare(start) <= 0) faults.push('the end is not after the start');
  const stamp = event.getFirstProperty('dtstamp');
  if (stamp && !stamp.getFirstValue().zone?.tzid.match(/^UTC$/)) faults.push('DTSTAMP is not in UTC');
  for (const name of ['dtstart', 'dtend']) {
    const zone = event.getFirstProperty(name)?.getParameter('tzid');
    if (zone && !declared.includes(zone)) faults.push(`zone ${zone} is not declared by a VTIMEZONE`);
  }
  return faults.map((fault) => `${uid}: ${fault}`);
}

function repeatedUIDs(events) {
  const uids = events.map((event) => event.getFirstPropertyValue('uid'));
  return uids.filter((uid, i) => uids.indexOf(uid) !== i).map((uid) => `${uid}: UID used twice`);
}
