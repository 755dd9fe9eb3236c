/**
 * Dates of an item as JavaScript Dates: core's readings, and the true moments.
 */

import { isOffsetKept, momentIn, parseISO8601 } from './iso-dates.ts';
import { savedValues } from '../classes/saved-state.ts';
import type { WPApiModel } from '../seams.ts';
import type { Helper } from './helper.ts';

const FIELD = /^(date|modified)(_gmt)?$/;

/** The handbook speaks of `date_modified`. */
const fieldName = (field: string): string => field.replace('date_m', 'm');

const localName = (field: string): string => fieldName(field).replace('_gmt', '');

export const dates: Helper = {
	appliesTo: ({ fields }) => fields.some((field) => FIELD.test(field)),
	methods: {
		/** The field read as UTC, which `date` is not: see `getInstant()`. `false` where there is none. */
		getDate(this: WPApiModel, field = 'date'): Date | false {
			const name = fieldName(field);
			const value = FIELD.test(name) && (this.get(name) as string | undefined);
			return value ? new Date(parseISO8601(value)) : false;
		},

		/** Sets a field to a Date, or to what `new Date()` takes. `false` for a field that is no date. */
		setDate(this: WPApiModel, date: Date | string | number, field = 'date'): false | undefined {
			const name = fieldName(field);
			if (!FIELD.test(name)) return false;
			this.set(name, new Date(date).toISOString());
			return undefined;
		},

		/**
		 * The moment of a date, whatever the time zone of the site; `false` where there is none, or nobody can tell.
		 * A local date that was set and is not saved yet is read in the time zone of the site, where the index has it:
		 * `timezone_string`, `gmt_offset`. Otherwise the saved date tells how far the site is ahead of UTC, unless the clocks
		 * may have changed between the two.
		 */
		getInstant(this: WPApiModel, field = 'date'): Date | false {
			const name = localName(field);
			const saved = savedValues(this);
			const isKnown = Object.keys(saved).length > 0;
			const known = (isKnown ? saved : this.attributes) as Record<string, string | undefined>;
			const local = this.get(name) as string | undefined;
			const gmt = this.get(`${name}_gmt`) as string | undefined;
			const hasZone = /(Z|[+-]\d\d(:?\d\d)?)$/.test(local?.slice(10) ?? '');
			// WordPress, too, looks at the local date first where both were set.
			const isUnsaved = local !== known[name] || (!isKnown && !gmt);
			const moment = new Date(
				hasZone || !isUnsaved
					? time(hasZone ? local : gmt)
					: unsavedMoment(this, time(local), time(known[name]), time(known[`${name}_gmt`])),
			);
			return !Number.isNaN(+moment) && moment;
		},

		/** Moves the item to a moment; the server works out its local date when it is saved. */
		setInstant(this: WPApiModel, date: Date | string | number, field = 'date'): void {
			const name = localName(field);
			const moment = new Date(date).toISOString().slice(0, 19);
			const saved = savedValues(this)[name];
			// A local date that is set would be the user's, and outlive the answer.
			if (this.get(name) !== saved) this.set(name, saved);
			this.set(`${name}_gmt`, moment);
		},
	},
};

const time = (date: string | undefined): number => parseISO8601(date ?? '');

/** The moment of a local date, by the time zone of the site, or else by the date that the server has; NaN if neither tells. */
function unsavedMoment(
	{ endpointModel }: WPApiModel,
	local: number,
	known: number,
	knownGmt: number,
): number {
	const { timezone_string: timeZone, gmt_offset: hours } = Object(endpointModel.get('schema')) as {
		timezone_string?: string;
		gmt_offset?: number | string;
	};
	const offset = known - knownGmt;
	try {
		if (timeZone) return momentIn(timeZone, local);
		if (hours !== undefined) return local - Number(hours) * 3_600_000;
		return isOffsetKept(offset, knownGmt, local) ? local - offset : NaN;
	} catch {
		return NaN; // No date, or a zone that this browser does not know
	}
}
