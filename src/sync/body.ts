/**
 * A model's attributes come in; what the server is to be told of them goes out, by a verb that the route has. The
 * model itself is left alone.
 */

import type { WPApiModel } from '../seams.ts';
import type { Concern, Method } from './request.ts';

const VERBS: [Method, string][] = [
	['update', 'PUT'],
	['patch', 'PATCH'],
	['create', 'POST'],
];

export const body: Concern = {
	prepare(request) {
		const { method, options } = request;
		if (method === 'read' || method === 'delete') return;
		const model = request.subject as WPApiModel;
		const { methods, answered = {} } = model;
		const has = (name: Method): boolean =>
			VERBS.some(([one, verb]) => one === name && methods?.includes(verb));
		// WordPress takes POST for a change as well, and a plugin's route may know only PATCH.
		if (method !== 'create' && methods && !has(method))
			request.method = VERBS.find(([name]) => has(name))?.[0] ?? method;
		// What no server takes
		const { _links, _embedded, ...sent } = (options.attrs ?? model.toJSON(options)) as Record<
			string,
			unknown
		>;
		const unchanged = (field: string): boolean => field in answered && answered[field] === sent[field];
		if (sent.date_gmt === null) delete sent.date_gmt;
		// WordPress makes a slug of the title: an empty one says nothing, unless it was emptied on purpose.
		if (sent.slug === '' && (method === 'create' || unchanged('slug'))) delete sent.slug;
		// WordPress looks at `date` first: of the two, the one that was set counts.
		if (sent.date_gmt && unchanged('date') && !unchanged('date_gmt')) delete sent.date;
		options.attrs = sent;
	},
};
