/** Two registries of classes come in, core's and ours; where ours falls short of core's goes out, a line for each. */
import { isDeepStrictEqual } from 'node:util';

type Registry = Record<string, any>;

/** Core makes names of the inside of expressions, too: nobody can have used those. */
export const wellFormed = (names: Registry): string[] =>
	Object.keys(names).filter((name) => /^\w+$/.test(name));

/** What is compared of each class; `core` and `ours` are prototypes, `base` the one that the class was extended from. */
type Shortfall = (core: any, ours: any, base: object) => string[];

export const shortfalls = {
	route: ({ route: core }, { route: ours }) => differ(core.index, ours.index),
	name: (core, ours) => differ(core.name, ours.name),
	methods: (core, ours) => differ(plain(core.methods), plain(ours.methods)),
	endpoints: (core, ours) => (core.endpoints ? differ(plain(core.endpoints), plain(ours.endpoints)) : []),
	args: (core, ours) => lacking(plain(core.args), plain(ours.args)),
	options: (core, ours) => lacking(plain(core.options), plain(ours.options)),
	methodNames: (core, ours, base) =>
		functionsBelow(core, base).filter((name) => typeof ours[name] !== 'function'),
} satisfies Record<string, Shortfall>;

export function compareClasses(core: Registry, ours: Registry, base: object, check: Shortfall): string[] {
	// Row 16: core's items of this list are a namespace's list, and have no id. Ours are block types.
	const comparable = wellFormed(core).filter((name) => name !== 'BlockTypes');
	return comparable.flatMap((name) => {
		const [theirs, own] = [core[name].prototype, ours[name]?.prototype];
		return own ? check(theirs, own, base).map((lack) => `${name}: ${lack}`) : [`${name}: is missing`];
	});
}

/** What stands for a collection's items, in a class whose items core can make. */
export function compareItems(core: Registry, ours: Registry): string[] {
	// Row 16: core's items of this list are a namespace's list, and have no id. Ours are block types.
	const comparable = wellFormed(core).filter((name) => name !== 'BlockTypes');
	return comparable.flatMap((name) => {
		const [theirs, own] = [itemOf(core[name]), ours[name] && itemOf(ours[name])];
		return theirs ? differ(theirs, own).map((lack) => `${name}: ${lack}`) : [];
	});
}

function itemOf(collectionClass: any): string | undefined {
	try {
		const item = new collectionClass([{ id: 1 }]).at(0);
		return `${item.name} for ${item.route.index}`;
	} catch {
		return undefined;
	}
}

function differ(core: unknown, ours: unknown): string[] {
	return isDeepStrictEqual(core, ours) ? [] : [`${JSON.stringify(ours)} instead of ${JSON.stringify(core)}`];
}

function lacking(core: Registry = {}, ours: Registry = {}): string[] {
	return Object.keys(core).filter((key) => !isDeepStrictEqual(core[key], ours[key]));
}

/** In the order of the chain: a class's own, then those of each helper. */
function functionsBelow(prototype: any, base: object): string[] {
	if (prototype === base || prototype === null) return [];
	const own = Object.keys(prototype).filter(
		(key) => key !== 'constructor' && typeof prototype[key] === 'function',
	);
	return [...own, ...functionsBelow(Object.getPrototypeOf(prototype), base)];
}

/** Objects of the page compare equal to no other: their prototypes are the page's. */
const plain = (value: unknown): any => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
