/**
 * What a helper is: methods that a class gets because its route has the matching arguments.
 */

import type { Route } from '../schema/routes.ts';

export interface HelperContext {
	/** Of the item route: `/wp/v2/posts/{}`. */
	shape: string;
	/** Names of the fields that the items are known to have. */
	fields: string[];
	/** All routes of the namespace by shape. */
	routes: Map<string, Route>;
}

export type Methods = Record<string, (...args: never[]) => unknown>;

export interface Helper {
	appliesTo(context: HelperContext): boolean;
	/** Method names written out; a function where they depend on the route. */
	methods: Methods | ((context: HelperContext) => Methods);
}
