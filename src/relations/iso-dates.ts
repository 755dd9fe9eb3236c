/**
 * Dates as milliseconds since 1970: read from ISO 8601, and moved between UTC and the clocks of a time zone.
 */

const ISO =
	/^(\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?(?:Z|([+-]\d\d)(?::(\d\d))?)?)?$/;

/** `wp.api.utils.parseISO8601`. Without a zone it reads a date as UTC. Days and months may overflow; what has another form is left to `Date.parse`. */
export function parseISO8601(date: string): number {
	const match = ISO.exec(date);
	if (!match) return Date.parse(date);
	const part = (position: number): number => Number(match[position] ?? 0);
	const minutesAhead = part(8) * 60 + (match[8]?.startsWith('-') ? -part(9) : part(9));
	const [month, day] = [part(2) || 1, part(3) || 1];
	return Date.UTC(part(1), month - 1, day, part(4), part(5) - minutesAhead, part(6), part(7));
}

/**
 * The moment at which the clocks of a zone show a time. Both are milliseconds, the time as if it were UTC. Of an hour that comes
 * twice, PHP takes the first in America and the second in Europe; one that is left out counts on from the old time.
 */
export function momentIn(timeZone: string, local: number): number {
	const guess = local - offsetAt(timeZone, local);
	const moment = local - offsetAt(timeZone, guess);
	return moment + offsetAt(timeZone, moment) === local ? moment : Math.max(guess, moment);
}

/**
 * Whether clocks that are so far ahead of UTC at one moment are so when they show `local`, in whatever zone they are. Between
 * January and July they are not: Berlin and Lagos show the same in winter only.
 */
export function isOffsetKept(offset: number, moment: number, local: number): boolean {
	return Intl.supportedValuesOf('timeZone').every(
		(zone) => offsetAt(zone, moment) !== offset || momentIn(zone, local) === local - offset,
	);
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, moment: number): number {
	// Of all languages, Swedish writes a date like ISO 8601.
	const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
	return parseISO8601(format.format(moment).replace(' ', 'T')) - Math.floor(moment / 1000) * 1000;
}
