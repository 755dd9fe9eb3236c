/** Tables in Markdown, as Prettier writes them: they also read well on a terminal. */

/** The first row is the head. The first column holds words, the others figures. */
export function table(rows: string[][]): string {
	const [head = [], ...body] = rows;
	const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
	const line = (row: string[]): string =>
		`| ${row.map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join(' | ')} |`;
	const rule = widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
	return [line(head), `| ${rule.join(' | ')} |`, ...body.map(line)].join('\n');
}
