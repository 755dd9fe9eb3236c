/** Things that happened come in, by name; how often each did goes out, as a table. */

export class Tally {
	readonly counts = new Map<string, number>();

	count(name: string): void {
		this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
	}

	table(title: string): string {
		const rows = [...this.counts].sort(([one], [other]) => one.localeCompare(other));
		const lines = rows.map(([name, count]) => `${String(count).padStart(6)}  ${name}`);
		return ['', title, ...(lines.length ? lines : ['  none'])].join('\n');
	}
}
