/**
 * A date in the form of ISO 8601 comes in; milliseconds since 1970 go out. Without a zone it is read as UTC.
 */

const ISO =
	/^(\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?(?:Z|([+-]\d\d)(?::(\d\d))?)?)?$/;

/** `wp.api.utils.parseISO8601`: days and months may overflow; what has another form is left to `Date.parse`. */
export function parseISO8601(date: string): number {
	const match = ISO.exec(date);
	if (!match) return Date.parse(date);
	const part = (position: number): number => Number(match[position] ?? 0);
	const minutesAhead = part(8) * 60 + (match[8]?.startsWith('-') ? -part(9) : part(9));
	const [month, day] = [part(2) || 1, part(3) || 1];
	return Date.UTC(part(1), month - 1, day, part(4), part(5) - minutesAhead, part(6), part(7));
}
