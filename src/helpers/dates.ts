/**
 * Dates of an item as JavaScript Dates: core's readings, and the true moments.
 */

import { parseISO8601 } from '../dates.ts';
import type { WPApiModel } from '../seams.ts';
import type { Helper } from './helper.ts';

const FIELD = /^(date|modified)(_gmt)?$/;

/** The handbook speaks of `date_modified`. */
const fieldName = (field: string): string => field.replace('date_m', 'm');

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

		/** The moment a field speaks of, whatever the time zone of the site; `false` where there is none. */
		getInstant(this: WPApiModel, field = 'date'): Date | false {
			return (this as unknown as Record<'getDate', (name: string) => Date | false>).getDate(
				`${field.replace('_gmt', '')}_gmt`,
			);
		},
	},
};
