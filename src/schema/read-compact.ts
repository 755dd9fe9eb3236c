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
	const middle = text.indexOf('\n\n');
	const lines = text.slice(0, middle).split('\n');
	const header = text.endsWith(`\n${END}`) && readHeader(lines.shift()!, settings);
	if (!header || middle < 0) return undefined;
	const { version, time, index } = header;
	const reader = new MemberReader(text.slice(middle + 2));
	const all = lines.map((line) => readLine(line, reader));
	const isOfClasses = hasClasses(settings);
	const named = all.filter(({ route }) => isOfClasses(route));
	return {
		version,
		time,
		routes: header.names === namingOf(settings) ? named : nameReadable(named, settings),
		index: () => ({ ...index, routes: describeAll(all) }),
		whenDamaged: (tell) => (reader.tell = tell),
	};
}

function readHeader(line: string, { versionString }: Settings): Header | undefined {
	try {
		const header = JSON.parse(line) as Header;
		const { namespace = '' } = header.index as { namespace?: string };
		const isOurs = !namespace || namespace + '/' === versionString;
		return header.format === FORMAT && isOurs ? header : undefined;
	} catch {
		return undefined; // Whatever it is, it is no such text
	}
}

function readLine(line: string, reader: MemberReader): NamedRoute {
	const fields = line.split('\t', 3);
	const route = readRoute(fields[0]!, () => readDescription(line.split('\t').slice(3), reader));
	return { route, models: words(fields[1]), collections: words(fields[2]) };
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
	private readonly text: string;
	private lines: string[] | undefined;
	tell: (() => void) | undefined;

	/** Takes the lines of members. */
	constructor(text: string) {
		this.text = text;
	}

	read(numbers: string | undefined): object {
		const lines = (this.lines ??= this.text.split('\n'));
		const members = numbers ? numbers.split(',').map((number) => lines[+number] ?? 'missing') : [];
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
