/**
 * The index of a namespace as a short text. It is kept in sessionStorage, and a page may print it for `wpApiSettings.schema` instead
 * of the whole index. An argument that many routes have stands in it once, and is parsed when a class needs it.
 *
 *   {"format":1,"version":"7","time":0,"names":"[null,null]","index":{"namespace":"wp/v2"}}
 *   /wp/v2/tags → → Tags → 0 → GET 1,2 → POST 3 4
 *   /wp/v2/tags/(?P<id>[\d]+) → Tag → → 0 → GET 1 → PUT,PATCH 3 4
 *
 *   "namespace":"wp/v2"
 *   "context":{"type":"string","enum":["view","embed","edit"]}
 *   "page":{"type":"integer","default":1}
 *   "name":{"type":"string","required":true}
 *   "allow_batch":{"v1":true}
 *   end
 *
 * - The first line is JSON: the version of this format, the site's `schemaVersion`, when the text was made (milliseconds since 1970),
 *   the settings that the names depend on, and all of the index but its routes.
 * - Then comes a line for each route. Tabs (here: arrows) stand between the path, the names of its model, those of its collection
 *   (both separated by spaces), the members of its description, and its endpoints.
 * - An endpoint has its methods, its arguments and its other members, separated by spaces.
 * - Members and arguments are numbers, separated by commas: the lines behind the empty one, counted from 0. Each is a member of a JSON
 *   object. A route's `methods` are left out where they are those of its endpoints.
 * - A route that is described in any other way has `=` and its description as JSON, instead of members and endpoints.
 * - The last line says that nothing is cut off.
 *
 * Without `"names"` in the first line, the names may be left out as well. The client then makes them itself.
 */

import { readIndex } from './read-index.ts';
import { readSettings, type Settings, type SettingsInput } from './settings.ts';
import type { EndpointDescription, RouteDescription, Schema } from '../types.ts';

export const FORMAT = 1;
export const END = 'end';

export interface Header {
	format: number;
	version: string;
	time: number;
	names?: string | undefined;
	index: Omit<Schema, 'routes'>;
}

/** Settings that the page has as well. */
export interface CompactOptions extends Pick<SettingsInput, 'mapping' | 'modelEndpoints' | 'schemaVersion'> {
	/** When the index was read, in milliseconds since 1970. */
	time?: number;
}

/** Makes the text. Where the page names classes by other options than these, the client makes the names itself. */
export function compactSchema(schema: Schema, namespace = 'wp/v2', options: CompactOptions = {}): string {
	const { schemaVersion = '', time = 0 } = options;
	const { routes, ...index } = schema;
	const settings = readSettings({ ...options, root: '/', versionString: namespace });
	const named = readIndex(schema, settings).routes;
	const isNamed = named.every(({ models, collections }) => [...models, ...collections].every(isWord));
	const namesOf = new Map(isNamed ? named.map((one) => [one.route.index, one]) : []);
	const members = new Members();
	const lines = Object.entries(routes)
		.filter(([path]) => !/[\t\n]/.test(path))
		.map(([path, description]) => {
			const { models = [], collections = [] } = namesOf.get(path) ?? {};
			return [path, models.join(' '), collections.join(' '), ...describe(description, members)].join('\t');
		});
	const header: Header = {
		format: FORMAT,
		version: String(schemaVersion),
		time,
		names: isNamed ? namingOf(settings) : undefined,
		index,
	};
	return [JSON.stringify(header), ...lines, '', ...members.lines.keys(), END].join('\n');
}

/** The settings that the names of classes depend on. */
export function namingOf({ mapping, modelEndpoints }: Settings): string {
	return JSON.stringify([mapping, modelEndpoints]);
}

const isWord = (name: string): boolean => !/\s/.test(name);

/** The members of JSON objects, each once, with the numbers of their lines. */
class Members {
	readonly lines: Map<string, number> = new Map();

	/** The numbers of the members of an object. */
	add(object: object): string {
		return Object.entries(object)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => {
				const line = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
				const number = this.lines.get(line) ?? this.lines.size;
				this.lines.set(line, number);
				return number;
			})
			.join();
	}
}

/** The fields of a line that describe the route. */
function describe(description: RouteDescription, members: Members): string[] {
	if (!isUsual(description)) return ['=' + JSON.stringify(description)];
	const { methods, endpoints, ...others } = description;
	const isSum = String(methods) === String(methodsOf(endpoints));
	return [
		members.add(isSum ? others : { methods, ...others }),
		...endpoints.map((endpoint) => describeEndpoint(endpoint, members)),
	];
}

function describeEndpoint({ methods, args, ...others }: EndpointDescription, members: Members): string {
	// PHP prints `[]` where there are no arguments.
	const isNone = Array.isArray(args) && !args.length;
	const isTable = !Array.isArray(args) && Object.keys(Object(args) as object).length > 0;
	const fields = [
		methods.join(),
		members.add(isTable ? args : {}),
		members.add(isTable || isNone ? others : { args, ...others }),
	];
	return fields.join(' ').trimEnd();
}

/** Whether the description is made as WordPress makes it. Plugins may print anything. */
function isUsual(description: unknown): boolean {
	const { methods, endpoints } = Object(description) as Partial<RouteDescription>;
	return (
		Array.isArray(methods) &&
		Array.isArray(endpoints) &&
		endpoints.length > 0 &&
		endpoints.every(
			(endpoint) => Array.isArray(endpoint?.methods) && /^[A-Z]+(,[A-Z]+)*$/.test(String(endpoint.methods)),
		)
	);
}

/** The methods of a route are those of its endpoints. */
export function methodsOf(endpoints: EndpointDescription[]): string[] {
	return [...new Set(endpoints.flatMap(({ methods }) => methods))];
}
