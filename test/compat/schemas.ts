/** Routes in a few words come in; the index of a namespace goes out, as a plugin's would look. */

/** Path below the namespace -> its methods in a word: `GET POST`. Each of them takes the arguments. */
export function schemaOf(namespace: string, routes: Record<string, string>, args: string[] = []): any {
	const described = Object.entries(routes).map(([path, methods]) => [
		`/${namespace}${path}`,
		{
			namespace,
			methods: methods.split(' '),
			endpoints: methods.split(' ').map((method) => ({
				methods: [method],
				args: Object.fromEntries(args.map((arg) => [arg, { type: 'string', required: false }])),
			})),
		},
	]);
	const itself = [
		`/${namespace}`,
		{ namespace, methods: ['GET'], endpoints: [{ methods: ['GET'], args: {} }] },
	];
	return { namespace, routes: Object.fromEntries([itself, ...described]) };
}

/** An index and more routes of its namespace. */
export function withRoutes<T extends { routes: object }>(
	index: T,
	routes: Record<string, string>,
	args?: string[],
): T {
	return { ...index, routes: { ...index.routes, ...schemaOf('wp/v2', routes, args).routes } };
}

export const ITEM = 'GET POST PUT PATCH DELETE';
export const LIST = 'GET POST';
