/** Requests come in that a page refuses, breaks, or gives no address; a settled promise goes out, and the reason. */
import $ from 'jquery';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toWPApiError } from '../../src/index.ts';
import { fails, fakeSite, held, ok } from '../support/fake-site.ts';
import { ending, open } from '../support/open.ts';
import { watch } from '../support/watch.ts';

const site = fakeSite();

describe('beforeSend', () => {
	it('is called at each attempt, and may set headers', async () => {
		site.answers = {
			'GET posts/1': [fails(403, 'rest_cookie_invalid_nonce'), ok({ id: 1 })],
			'GET /wp-admin/admin-ajax.php': { body: 'abcdef0123' },
		};
		const beforeSend = vi.fn((xhr: JQuery.jqXHR) => {
			xhr.setRequestHeader('X-Own', 'yes');
		});
		await new (open().models.Post)({ id: 1 }).fetch({ beforeSend });
		expect(beforeSend).toHaveBeenCalledTimes(2);
		expect(
			site.asked.filter(({ path }) => path === 'posts/1').map(({ headers }) => headers.get('x-own')),
		).toEqual(['yes', 'yes']);
	});

	it.each(['N1', ''])(
		'that says false: nothing is sent, and the promise is settled (nonce %j)',
		async (nonce) => {
			const xhr = new (open({ nonce }).models.Post)({ id: 1 }).fetch({ beforeSend: () => false });
			expect((await ending(xhr)).args[1]).toBe('canceled');
			await site.idle();
			expect(site.asked).toEqual([]);
			expect(xhr.code).toBe('abort');
		},
	);

	it('that throws: the promise is rejected with that', async () => {
		const thrown = new Error('No.');
		const xhr = new (open().models.Post)({ id: 1 }).fetch({
			beforeSend() {
				throw thrown;
			},
		});
		const { state, args } = await ending(xhr);
		expect([state, args[2]]).toEqual(['rejected', thrown]);
		expect(xhr.message).toBe('No.');
	});
});

describe('an address that cannot be had', () => {
	const fetchNothing = (): { xhr: any; seen: string[] } => {
		const revision = new (open().models.PostRevision)({ id: 5 });
		const { seen, options } = watch(revision);
		return { xhr: revision.fetch(options), seen };
	};

	it('rejects the promise with the reason, and fires `error`', async () => {
		const { xhr, seen } = fetchNothing();
		const { state, args } = await ending(xhr);
		expect([state, args[0].code, args[2].code]).toEqual(['rejected', 'missing_param', 'missing_param']);
		expect(seen).toEqual(expect.arrayContaining(['error/3', 'error', 'complete/2']));
		expect(site.asked).toEqual([]);
	});

	it('does not say `request` after `error`: what spins would spin for ever', async () => {
		const { xhr, seen } = fetchNothing();
		await ending(xhr);
		expect(seen.lastIndexOf('request')).toBeLessThan(seen.indexOf('error'));
	});

	it('keeps its code in toWPApiError()', async () => {
		const { xhr } = fetchNothing();
		await ending(xhr);
		expect(toWPApiError(xhr)).toMatchObject({ code: 'missing_param' });
	});

	it('of a page’s own making rejects as well', async () => {
		const Odd = open().models.Post.extend({
			url() {
				throw new Error('No address today.');
			},
		});
		const { state, args } = await ending(new Odd({ id: 1 }).fetch());
		expect([state, args[0].message]).toEqual(['rejected', 'No address today.']);
	});

	it('of a list rejects as well', async () => {
		const { state, args } = await ending(new (open().collections.PostRevisions)().fetch());
		expect([state, args[0].code]).toEqual(['rejected', 'missing_param']);
	});
});

describe('exceptions in a page’s own code', () => {
	const errors: unknown[] = [];
	const note = (error: unknown): void => void errors.push(error);
	const noteEvent = (event: ErrorEvent): void => {
		event.preventDefault();
		note(event.error);
	};
	const usual = process.listeners('uncaughtException');

	/** They surface somewhere: where, is the browser's business. */
	beforeEach(() => {
		errors.length = 0;
		process.removeAllListeners('uncaughtException').on('uncaughtException', note);
		addEventListener('error', noteEvent);
	});
	afterEach(() => {
		process.removeAllListeners('uncaughtException');
		for (const listener of usual) process.on('uncaughtException', listener);
		removeEventListener('error', noteEvent);
	});

	const boom = (): never => {
		throw new Error('Boom');
	};

	it.each<[string, object, object]>([
		['success', { success: boom }, {}],
		['parse', {}, { parse: boom }],
	])('in %s are not swallowed, and leave the promise settled', async (_what, options, properties) => {
		site.answers = { 'GET posts/1': ok({ id: 1 }) };
		const Odd = open().models.Post.extend(properties);
		const xhr = new Odd({ id: 1 }).fetch(options);
		const early = vi.fn();
		xhr.always(early);
		await site.idle();
		expect(xhr.state()).not.toBe('pending');
		expect(String(errors)).toContain('Boom');
		const late = vi.fn();
		xhr.always(late);
		expect([early, late].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
	});
});

describe('timeout', () => {
	it.each<[string, object, object]>([
		['of the API', { timeout: 20 }, {}],
		['of a request', {}, { timeout: 20 }],
		['of a request, before the API’s', { timeout: 60_000 }, { timeout: 20 }],
	])('%s ends it, by that name', async (_what, settings, options) => {
		const later = held();
		site.answers = { 'GET posts/1': later.answer };
		const xhr = new (open(settings).models.Post)({ id: 1 }).fetch(options);
		const { state, args } = await ending(xhr);
		later.give(ok({ id: 1 }));
		expect([state, args[0].code, args[0].status, args[1]]).toEqual(['rejected', 'timeout', 0, 'timeout']);
		expect(args[0].message).toMatch(/again/);
	});

	it('of a write ends it, and it is not repeated', async () => {
		const later = held();
		site.answers = { 'PUT posts/1': later.answer };
		const xhr = new (open({ timeout: 20 }).models.Post)({ id: 1 }).save({ title: 'x' });
		expect((await ending(xhr)).args[0].code).toBe('timeout');
		later.give(ok({ id: 1 }));
		await site.idle();
		expect(site.asked).toHaveLength(1);
	});

	it('that is not said leaves jQuery’s own', async () => {
		const later = held();
		site.answers = { 'GET posts/1': later.answer };
		$.ajaxSetup({ timeout: 20 });
		const { args } = await ending(new (open().models.Post)({ id: 1 }).fetch());
		$.ajaxSetup({ timeout: 0 });
		later.give(ok({ id: 1 }));
		expect(args[0].code).toBe('timeout');
	});
});
