/**
 * A model's attributes come in; what the server is to be told of them goes out, by a verb that the route has. The
 * model itself is left alone.
 */

import type { WPApiModel } from '../seams.ts';
import type { Concern } from './request.ts';

export const body: Concern = {
	prepare(request) {
		const { method, options } = request;
		const model = request.subject as WPApiModel;
		const { methods, answered } = model;
		if (method === 'read' || method === 'delete') return;
		const has = (verb: string): boolean => !methods || methods.includes(verb);
		// WordPress takes POST for a change as well, and a plugin's route may know only PATCH.
		if ((method === 'update' && !has('PUT')) || (method === 'patch' && !has('PATCH')))
			request.method = has('POST') ? 'create' : has('PUT') ? 'update' : 'patch';
		// What no server takes
		const { _links, _embedded, ...sent } = (options.attrs ?? model.toJSON(options)) as Record<
			string,
			unknown
		>;
		const kept = (field: string): boolean => answered?.[field] === sent[field];
		if (sent.date_gmt === null) delete sent.date_gmt;
		// WordPress makes a slug of the title: an empty one says nothing, unless it was emptied on purpose.
		if (sent.slug === '' && (method === 'create' || kept('slug'))) delete sent.slug;
		// WordPress looks at `date` first: of the two, the one that was set counts.
		if (sent.date_gmt && kept('date') && !kept('date_gmt')) delete sent.date;
		// Settings and the like: WordPress refuses some of what it has sent itself.
		if (model.route && !model.route.params.length)
			for (const field of Object.keys(sent)) if (kept(field)) delete sent[field];
		options.attrs = sent;
	},
};
