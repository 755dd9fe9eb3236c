/** Settings and parts of the client: what compiles, and on the lines marked so, what must not. */
import { expectTypeOf } from 'expect-type';
import {
	batch,
	connect,
	preload,
	upload,
	type Api,
	type BatchMethods,
	type Part,
	type WPApiErrorCode,
	type WPApiXHR,
} from '../../src/index.ts';
import type {} from '../../src/script.ts';

const root = 'https://lamp.example/wp-json/';

// Without parts
const bare = connect({ root });
expectTypeOf(bare).toExtend<Api>();
// @ts-expect-error -- `connect( settings, [ batch ] )` has it
bare.batch(() => undefined);

// What brings no methods leaves the API as it is; the others add theirs, in whatever order.
const files = connect({ root }, [preload, upload]);
// @ts-expect-error -- not among these
files.batch(() => undefined);
const all = connect({ root }, [preload, batch, upload]);
expectTypeOf(all).toExtend<Api & BatchMethods>();
expectTypeOf(all.batch(() => undefined)).toEqualTypeOf<JQuery.Promise<WPApiXHR[]>>();
const post = new all.models.Post({ title: 'Words' });
all.batch(() => [post.save(), post.destroy()], { validation: 'require-all-validate' });
// @ts-expect-error -- there are two ways
all.batch(() => post.save(), { validation: 'strict' });
// @ts-expect-error -- what is saved before the function returns: it takes a function
all.batch([post.save()]);

// A part of one's own
const greeter: Part<{ greet(name: string): string }> = () => ({ methods: { greet: (name) => name } });
expectTypeOf(connect({ root }, [greeter, batch]).greet('Ada')).toEqualTypeOf<string>();
// @ts-expect-error -- a part is a function
connect({ root }, [{ methods: {} }]);
// @ts-expect-error -- and they come in a list
connect({ root }, batch);

// In the script build
expectTypeOf<NonNullable<NonNullable<Window['wp']>['api']>>().toExtend<Api & BatchMethods>();

// Settings
connect({
	root,
	headers: { Authorization: 'Basic c2FsdA==' },
	emulateHTTP: true,
	emulateJSON: true,
	timeout: 10_000,
	retry: { attempts: 5, within: 20_000 },
	preload: { '/wp/v2/types?context=edit': { body: {}, headers: [] } },
});
connect({ root, headers: () => ({ Authorization: 'Bearer salt' }), retry: 1 });
connect({
	root,
	headers: async () => ({ Authorization: await Promise.resolve('Bearer salt') }),
	retry: false,
});
// @ts-expect-error -- headers have names
connect({ root, headers: 'Bearer salt' });
// @ts-expect-error -- or a promise of such
connect({ root, headers: async () => Promise.resolve('Bearer salt') });
// @ts-expect-error -- a number, or `false`
connect({ root, retry: true });
// @ts-expect-error -- in milliseconds
connect({ root, timeout: '10s' });
// @ts-expect-error -- it is called `attempts`
connect({ root, retry: { times: 3 } });

// Codes
expectTypeOf<'timeout' | 'network_error' | 'batch_failed'>().toExtend<WPApiErrorCode>();
expectTypeOf<'aborted'>().not.toExtend<WPApiErrorCode>();
