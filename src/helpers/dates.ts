/**
 * Dates of an item as JavaScript Dates: core's readings, and the true moments.
 */

import { parseISO8601 } from '../dates.ts';
import { savedValues } from '../saved-state.ts';
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

		/** The moment a field speaks of, whatever the time zone of the site; `false` where there is none, or nobody can tell. */
		getInstant(this: WPApiModel, field = 'date'): Date | false {
			const name = localName(field);
			const known = { ...(this.attributes as object), ...savedValues(this) } as Record<
				string,
				string | undefined
			>;
			const time = (value: unknown): number => parseISO8601(String(value ?? ''));
			const local = this.get(name) as string | undefined;
			const hasZone = /(Z|[+-]\d\d(:?\d\d)?)$/.test(local?.slice(10) ?? '');
			const offset = hasZone ? 0 : time(known[name]) - time(known[`${name}_gmt`]);
			// WordPress, too, looks at the local date first where both were set.
			const isMoved = hasZone || local !== known[name];
			const moment = new Date(isMoved ? time(local) - offset : time(this.get(`${name}_gmt`)));
			return !Number.isNaN(+moment) && moment;
		},

		/** Moves the item to a moment; the server works out its local date when it is saved. */
		setInstant(this: WPApiModel, date: Date | string | number, field = 'date'): void {
			const name = localName(field);
			const moment = new Date(date).toISOString().slice(0, 19);
			this.set({ [name]: savedValues(this)[name], [`${name}_gmt`]: moment });
		},
	},
};
