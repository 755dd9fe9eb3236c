/**
 * What the client was told of each item comes in, write by write; whether the server has what that comes to goes out. A write that
 * failed may have been done or not: an item has several states that it may be in, but it is never there twice.
 */

/** The text of an item, or that there is none. */
export type State = string | undefined;

export class Ledger {
	/** By the title of an item, which no other one has: all states that it may be in. */
	readonly states = new Map<string, Set<State>>();

	/** Before a write. Until it is told otherwise, it may have been done. */
	attempt(title: string, state: State): void {
		const states = this.states.get(title) ?? new Set<State>([undefined]);
		this.states.set(title, states.add(state));
	}

	/** The write was acknowledged: it is done, and nothing else is. */
	acknowledge(title: string, state: State): void {
		this.states.set(title, new Set([state]));
	}

	/** How many items nobody can tell the state of. */
	get unsure(): number {
		return [...this.states.values()].filter(({ size }) => size > 1).length;
	}

	/** What is wrong, a line an item. `found`: title and text of every item of the server. */
	compare(found: [title: string, text: string][]): string[] {
		const texts = new Map<string, string[]>();
		for (const [title, text] of found) texts.set(title, [...(texts.get(title) ?? []), text]);
		const wrong = [...this.states].flatMap(([title, states]) => {
			const [text, ...more] = texts.get(title) ?? [];
			if (more.length) return `${title} is there ${more.length + 1} times.`;
			return states.has(text) ? [] : `${title}: ${words(text)}, not ${[...states].map(words).join(' or ')}.`;
		});
		const strange = [...texts.keys()].filter((title) => !this.states.has(title));
		return [...wrong, ...strange.map((title) => `${title} was never written.`)];
	}
}

const words = (state: State): string => (state === undefined ? 'not there' : `“${state}”`);
