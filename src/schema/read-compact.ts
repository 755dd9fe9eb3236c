/**
 * Reads the compact text of an index, which `compact-schema.ts` describes. At once it reads the first line and the names of classes;
 * a route and its arguments only when a class needs them.
 */

import { nameAll, type NamedRoute } from './class-names.ts';
import { END, FORMAT, methodsOf, namingOf, type Header } from './compact-schema.ts';
import { lazily } from '../lazy.ts';
import { hasClasses, type LoadedSchema } from './read-index.ts';
import { readRoute } from './routes.ts';
import type { Settings } from './settings.ts';
import type { EndpointDescription, RouteDescription, Schema } from '../types.ts';

/** The schema of a text. */
export interface CompactCopy extends LoadedSchema {
	/** The `schemaVersion` of the site when the text was made. */
	version: string;
}

/** `undefined` for what is no such text, is cut off, or is of another namespace. */
export function readCompact(text: string, settings: Settings): CompactCopy | undefined {
	const lines = text.split('\n');
	const header = readHeader(lines, settings);
	if (!header) return undefined;
	const { version, time, index } = header;
	const reader = new MemberReader(lines.slice(header.routes + 1, -1));
	const all = lines.slice(1, header.routes + 1).map((line): NamedRoute => {
		const [path = '', models, collections, ...fields] = line.split('\t');
		const route = readRoute(path, () => readDescription(fields, reader));
		return { route, models: words(models), collections: words(collections) };
	});
	const routes = all.filter(({ route }) => hasClasses(route.index, settings));
	return {
		version,
		time,
		routes: header.names === namingOf(settings) ? routes : nameReadable(routes, settings),
		index: () => ({ ...index, routes: describeAll(all) }),
		whenDamaged: (tell) => (reader.tell = tell),
	};
}

function readHeader(lines: string[], { versionString }: Settings): Header | undefined {
	try {
		const header = JSON.parse(lines[0]!) as Header;
		const { namespace = '' } = header.index as { namespace?: string };
		const isWhole = lines.length > header.routes + 1 && lines.at(-1) === END;
		const isOurs = !namespace || namespace + '/' === versionString;
		return header.format === FORMAT && isWhole && isOurs ? header : undefined;
	} catch {
		return undefined; // Whatever it is, it is no such text
	}
}

const words = (text?: string): string[] => (text ? text.split(' ') : []);

/** Where the text has no names, or was made with other settings. */
function nameReadable(all: NamedRoute[], settings: Settings): NamedRoute[] {
	const routes = all.map(({ route }) => route);
	return nameAll(
		routes.filter(({ parts, route }) => parts.length && (Object(route) as Partial<RouteDescription>).methods),
		settings,
	);
}

function describeAll(all: NamedRoute[]): Schema['routes'] {
	return Object.fromEntries(all.map(({ route }) => [route.index, route.route]));
}

/** Reads members by their numbers. If that fails, the text was damaged: nothing is thrown, but somebody is told. */
class MemberReader {
	private readonly lines: string[];
	tell: (() => void) | undefined;

	constructor(lines: string[]) {
		this.lines = lines;
	}

	read(numbers: string | undefined): object {
		const members = numbers ? numbers.split(',').map((number) => this.lines[+number] ?? 'missing') : [];
		return this.parse(`{${members.join()}}`) as object;
	}

	parse(text: string): unknown {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			this.tell?.();
			this.tell = undefined;
			return {};
		}
	}
}

function readDescription([members = '', ...endpoints]: string[], reader: MemberReader): RouteDescription {
	if (members.startsWith('=')) return reader.parse(members.slice(1)) as RouteDescription;
	const described = endpoints.map((endpoint) => readEndpoint(endpoint, reader));
	return { methods: methodsOf(described), endpoints: described, ...reader.read(members) };
}

function readEndpoint(text: string, reader: MemberReader): EndpointDescription {
	const [methods = '', args, others] = text.split(' ');
	const endpoint = { methods: methods.split(',') } as EndpointDescription;
	lazily(endpoint, 'args', () => (args ? reader.read(args) : []));
	return Object.assign(endpoint, others && reader.read(others));
}
