/**
 * The index of each WordPress version comes in; whether the built-in table says nothing of a route that the server does not say goes
 * out: the same path, methods that it has, arguments that it takes. So the classes that are there before the schema are right ones.
 *
 * @vitest-environment node
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRoute, type Route } from '../../src/schema/routes.ts';
import { coreIndex } from '../support/fake-schema.ts';
import { readIndex, versions, type RestIndex } from './site.ts';

const can = ({ route }: Route, method: string): boolean => route.methods.includes(method);

const helped = ['date', 'author', 'featured_media', 'meta', 'categories', 'tags'];
const known = (args: object = {}): string[] => helped.filter((name) => name in args);

const builtIn = Object.entries(coreIndex().routes);

describe.each(versions)('WordPress %s', (version) => {
	let index: RestIndex;
	beforeAll(async () => {
		index = await readIndex(version, { namespace: 'wp/v2' });
	});
	const real = (path: string): Route => parseRoute(path, index.routes[path] as never)!;

	describe.each(builtIn)('%s', (path, description) => {
		const table = parseRoute(path, description)!;

		it('is a route of the server, word for word', () => {
			expect(Object.keys(index.routes)).toContain(path);
		});

		it('reads and writes as the server does', () => {
			expect(can(table, 'GET')).toBe(can(real(path), 'GET'));
			expect(can(table, 'POST')).toBe(can(real(path), 'POST'));
			// What has no id is not deleted.
			if (table.params.length && can(table, 'POST'))
				expect(can(table, 'DELETE')).toBe(can(real(path), 'DELETE'));
		});

		it('takes the arguments that helpers go by: all that it has, and none that the newest has not', () => {
			expect(known(table.args)).toEqual(expect.arrayContaining(known(real(path).args)));
			if (version === versions.at(-1)) expect(known(table.args)).toEqual(known(real(path).args));
		});

		it('is read page by page where the server does it', () => {
			const isList = !table.params.length && builtIn.some(([other]) => other.startsWith(`${path}/(`));
			if (isList) expect(Boolean(table.options?.page)).toBe(Boolean(real(path).options?.page));
		});
	});
});
