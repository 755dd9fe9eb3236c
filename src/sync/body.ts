/**
 * A model's attributes come in; what the server is to be told of them goes out, by a verb that the route has. The
 * model itself is left alone.
 */

import _ from 'underscore';
import type { Concern, WPApiModel } from '../seams.ts';

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
		const unchanged = (field: string): boolean => _.isEqual(answered?.[field], sent[field]);
		const leaveOut = (field: string): unknown => Reflect.deleteProperty(sent, field);
		// WordPress makes both up itself: empty they say nothing, unless they were emptied on purpose.
		if ((sent.slug ?? '') === '' && (method === 'create' || unchanged('slug'))) leaveOut('slug');
		if (sent.date_gmt === null && (method === 'create' || unchanged('date_gmt'))) leaveOut('date_gmt');
		// The author of what a visitor has written, which it does not take back
		if (sent.author === 0 && unchanged('author')) leaveOut('author');
		// WordPress looks at `date` first: of the two, the one that was set counts.
		if (sent.date_gmt && unchanged('date') && !unchanged('date_gmt')) leaveOut('date');
		// Of the settings, and the like, WordPress refuses some of what it has sent itself.
		if (!options.attrs && /^\/wp\/v2\/[^{]+$/.test(model.route?.shape))
			for (const field of Object.keys(sent))
				if (unchanged(field) && !model.args?.[field]?.required) leaveOut(field);
		// All that differs is nothing
		if (options.onlyChanges && !Object.keys(sent).length) request.answer = { body: {} };
		options.attrs = sent;
	},
};
