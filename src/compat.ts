/**
 * `wp.api.utils` as it always was, for code that calls it.
 */

import { helperMethods } from './classes/define-class.ts';
import { HELPERS } from './relations/helpers.ts';
import { parseISO8601 } from './relations/iso-dates.ts';
import { camelCaseDashes, coreCase } from './schema/class-names.ts';
import { readArguments } from './schema/routes.ts';
import type { ModelClass, Registry } from './seams.ts';
import type { EndpointDescription } from './types.ts';

/** `wp.api.utils`; `api` tells the version string to leave out of routes. */
export function createUtils(api: { versionString: string }): Record<string, unknown> {
	return {
		parseISO8601,
		capitalize: (text?: string) => text?.replace(/^./, (first) => first.toUpperCase()),
		camelCaseDashes,
		capitalizeAndCamelCaseDashes: (text?: string) => text && coreCase(text),
		getRootUrl: () => `${location.origin}/`,

		/** The part of a route at a position counted from 1, from the end where `reverse` is set; '' for none. */
		extractRoutePart(route: string, position?: number, versionString?: string, reverse?: boolean): string {
			const version = versionString || api.versionString;
			const parts = (route.startsWith('/' + version) ? route.slice(version.length + 1) : route).split('/');
			return (reverse ? parts.reverse() : parts)[(position || 1) - 1] ?? '';
		},

		/** The word before the last group whose name ends in `_id`. */
		extractParentName: (route: string) =>
			/.*?([^/]*)\/[^/]*$/.exec(route.slice(0, Math.max(0, route.lastIndexOf('_id>[\\d]+)/'))))?.[1] ?? '',

		/** Adds the arguments of endpoints to a class: `args` of those that write, `options` of those that read. */
		decorateFromRoute(
			endpoints: EndpointDescription[],
			{ prototype }: { prototype: Record<string, object> },
		): void {
			for (const [name, found] of Object.entries(readArguments(endpoints))) {
				prototype[name] = { ...prototype[name], ...found };
			}
		},

		/** A subclass with the helpers that the arguments of a class call for. */
		addMixinsAndHelpers(
			model: ModelClass,
			name: string,
			{ collections }: { collections: Registry<unknown> },
		): ModelClass {
			const { args, endpointModel, route } = model.prototype;
			const shape = route?.shape ?? name;
			const routes = new Map(endpointModel?.routes);
			if (collections[`${name}Revisions`]) routes.set(`${shape}/revisions`, route);
			return args
				? model.extend(helperMethods({ shape, routes, fields: Object.keys(args) }, HELPERS))
				: model;
		},
	};
}
