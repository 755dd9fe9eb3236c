/**
 * The time of a page: it passes only when it is told to. Timers without a delay ring when the page comes to rest, as they would in a
 * browser between two turns.
 */

interface Timer {
	id: number;
	at: number;
	ring(): void;
}

export class Clock {
	onError: (error: unknown) => void = () => undefined;
	/** In milliseconds. */
	now = 0;
	private newest = 0;
	private timers: Timer[] = [];

	constructor(window: any) {
		window.setTimeout = (callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
			this.set(() => callback(...args), delay);
		window.clearTimeout = (id: number) => {
			this.timers = this.timers.filter((timer) => timer.id !== id);
		};
		window.setInterval = () => 0;
		window.Date.now = () => 1_700_000_000_000 + this.now;
		// Pauses before repetitions are jittered.
		window.Math.random = () => 0.5;
	}

	reset(): void {
		[this.now, this.timers] = [0, []];
	}

	set(callback: () => void, delay: number): number {
		const id = ++this.newest;
		this.timers.push({ id, at: this.now + Math.max(0, delay), ring: callback });
		return id;
	}

	/** Until nothing happens of itself any more: no promise to be told of, no timer that is due. */
	async settle(): Promise<void> {
		do await new Promise((resolve) => setImmediate(resolve));
		while (this.ringNext(this.now));
	}

	pass(milliseconds: number): void {
		const end = this.now + milliseconds;
		while (this.ringNext(end));
		this.now = end;
	}

	/** To the next timer, unless it is too far away. */
	passToNext(longest: number): boolean {
		return this.ringNext(this.now + longest);
	}

	private ringNext(until: number): boolean {
		const next = this.timers.reduce<Timer | undefined>(
			(first, other) => (first && first.at <= other.at ? first : other),
			undefined,
		);
		if (!next || next.at > until) return false;
		this.timers.splice(this.timers.indexOf(next), 1);
		this.now = Math.max(this.now, next.at);
		try {
			next.ring();
		} catch (error) {
			this.onError(error);
		}
		return true;
	}
}
