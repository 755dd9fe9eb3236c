/**
 * What a page sees of a client while a sequence runs: requests, events, callbacks, promises, what is returned and thrown. Each becomes
 * a line of text that reads the same for two clients that behave the same.
 */

export interface Entry {
	/** The line of the sequence that was run last. */
	step: number;
	kind: 'request' | 'event' | 'callback' | 'promise' | 'return' | 'throw' | 'ajax' | 'end';
	/** What it is about: a variable, a callback's name, a request's key. */
	name: string;
	data: any;
}

/** Options that Backbone and its users give meaning to; all others are a client's own business. */
const OPTIONS = [
	'add',
	'at',
	'changes',
	'index',
	'merge',
	'patch',
	'remove',
	'reset',
	'silent',
	'unset',
	'validate',
	'wait',
	'mine',
	'sort',
];

export class Recorder {
	readonly entries: Entry[] = [];
	step = -1;
	private isHidden = false;
	private hiddenStep: number | undefined;
	private readonly names = new Map<unknown, string>();
	private readonly unnamed = new Map<string, number>();

	private readonly window: any;

	constructor(window: any) {
		this.window = window;
	}

	/** What jQuery tells the page of an attempt that a client repeats is not compared. */
	hidden = (act: () => void): void => {
		this.isHidden = true;
		act();
		this.isHidden = false;
	};

	/** Until the next line. */
	hideRest = (): void => {
		this.hiddenStep = this.step;
	};

	/** The page was told of a request that is about to be sent: of a repeated one, that is not compared. */
	forgetStart(): void {
		while (isStart(this.entries.at(-1))) this.entries.pop();
	}

	write(kind: Entry['kind'], name: string, data: unknown): void {
		if (kind === 'ajax' && (this.isHidden || this.hiddenStep === this.step)) return;
		this.entries.push({ step: this.step, kind, name, data: this.plain(data) });
	}

	/** Names a model or a collection, and listens to it. */
	track = (name: string, thing: any): any => {
		if (!thing || typeof thing.on !== 'function') return thing;
		if (!this.names.has(thing)) this.names.set(thing, name);
		thing.on('all', (event: string, ...args: unknown[]) => {
			this.write('event', `${name} ${event}`, args);
		});
		return thing;
	};

	/** Notes that the page's own code was called. */
	note = (name: string, ...args: unknown[]): void => this.write('callback', name, args);

	/** Adds callbacks to options. */
	hear = (name: string, options: any, callbacks = 'success error'): any => {
		const write = (line: string, context: unknown, args: unknown[]): void =>
			this.write('callback', line, { this: this.kindOf(context), args });
		for (const callback of callbacks.split(' ')) {
			if (!callback) continue;
			options[callback] = function (this: unknown, ...args: unknown[]) {
				write(`${name} ${callback}`, this, args);
			};
		}
		return options;
	};

	/** Writes down what a method returns, and what becomes of it where it is a promise. */
	told = (name: string, returned: any): any => {
		this.write('return', name, isPromise(returned) ? this.kindOf(returned) : returned);
		if (typeof returned?.done === 'function') {
			returned.done((...args: unknown[]) => this.write('promise', `${name} done`, args));
			returned.fail((...args: unknown[]) => this.write('promise', `${name} fail`, args));
		} else if (typeof returned?.then === 'function') {
			returned.then(
				(value: unknown) => this.write('promise', `${name} then`, [value]),
				(error: unknown) => this.write('promise', `${name} catch`, [error]),
			);
		}
		return returned;
	};

	kindOf(value: any): unknown {
		if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number')
			return String(value);
		if (typeof value === 'string') return 'text';
		const { window } = this;
		if (value === window) return 'window';
		if (value instanceof window.Backbone.Model || value instanceof window.Backbone.Collection)
			return this.nameOf(value);
		if (isXHR(value)) return 'jqXHR';
		if (typeof value.done === 'function') return 'promise';
		if (typeof value.then === 'function') return 'thenable';
		if (value.converters) return 'settings';
		return Array.isArray(value) ? 'list' : typeof value;
	}

	nameOf(thing: any): string {
		const known = this.names.get(thing);
		if (known) return known;
		const kind = `${thing.models ? 'collection' : 'model'} ${String(thing.name ?? '')}`;
		const number = (this.unnamed.get(kind) ?? 0) + 1;
		this.unnamed.set(kind, number);
		const name = `${kind} ${number}`;
		this.names.set(thing, name);
		return name;
	}

	/** Data that can be compared: objects of a client by what they are, all else as JSON has it. */
	plain(value: any, depth = 0): unknown {
		const { window } = this;
		if (value === undefined) return 'undefined';
		if (value === null || typeof value === 'number' || typeof value === 'boolean')
			return Number.isNaN(value) ? 'NaN' : value;
		if (typeof value === 'string') return value;
		if (typeof value === 'function') return 'function';
		if (value instanceof window.Backbone.Model) {
			const name = this.nameOf(value);
			return `<${name}${value.id === undefined ? '' : ` id ${value.id}`}>`;
		}
		if (value instanceof window.Backbone.Collection)
			return `<${this.nameOf(value)} ${JSON.stringify(value.pluck('id'))}>`;
		if (isXHR(value))
			return `<jqXHR ${value.status} ${value.readyState} ${String(value.responseText ?? '').slice(0, 300)}>`;
		if (typeof value.done === 'function') return '<promise>';
		if (isError(value)) return `<${value.name}>`;
		if (typeof value.toISOString === 'function')
			return `<date ${Number.isNaN(+value) ? 'invalid' : value.toISOString()}>`;
		if (depth > 8) return '…';
		if (Array.isArray(value)) return value.map((item) => this.plain(item, depth + 1));
		if (isOptions(value)) return optionsOf(value);
		return Object.fromEntries(
			Object.entries(value)
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([key, item]) => [key, this.plain(item, depth + 1)]),
		);
	}
}

const isStart = (entry: Entry | undefined): boolean =>
	['ajaxSend', 'own ajax', 'own sync'].includes(entry?.name ?? '') || !!entry?.name.endsWith(' beforeSend');

const isPromise = (value: any): boolean =>
	typeof value?.then === 'function' || typeof value?.done === 'function';

const isXHR = (value: any): boolean =>
	typeof value?.getResponseHeader === 'function' || typeof value?.abort === 'function';

const isError = (value: any): boolean =>
	typeof value?.message === 'string' && typeof value.name === 'string' && 'stack' in value;

/** Options of a request, or of an event: they have marks of Backbone's. */
const isOptions = (value: object): boolean =>
	'xhr' in value ||
	'parse' in value ||
	'validate' in value ||
	'changes' in value ||
	'success' in value ||
	'previousModels' in value ||
	'add' in value ||
	'merge' in value;

function optionsOf(value: Record<string, any>): Record<string, unknown> {
	const shown = OPTIONS.filter((key) => value[key] !== undefined).map((key) => [
		key,
		showOption(key, value[key]),
	]);
	return Object.fromEntries(shown) as Record<string, unknown>;
}

function showOption(key: string, value: any): unknown {
	if (key !== 'changes') return Object(value) === value ? typeof value : value;
	return Object.fromEntries(
		Object.entries(value).map(([kind, models]: [string, any]) => [
			kind,
			models.map(({ id }: any) => id ?? null),
		]),
	);
}
