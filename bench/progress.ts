/** Shows what the bench is doing: on one line of a terminal that is written anew, elsewhere a line each time. */

export interface Progress {
	show(message: string): void;
	/** Empties the line, so that something else can be printed. */
	clear(): void;
}

export function createProgress(output: NodeJS.WriteStream = process.stderr): Progress {
	const empty = '\r\u001b[K';
	return {
		show: (message) => {
			output.write(output.isTTY ? `${empty}${message} …` : `${message} …\n`);
		},
		clear: () => {
			if (output.isTTY) output.write(empty);
		},
	};
}
