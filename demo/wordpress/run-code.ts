// PHP code, in; what it printed, with WordPress loaded before it, out.
import type { Php } from './php/pool.ts';

/** `input` is what the code finds in `php://input`. */
export async function runCode(php: Php, code: string, input = ''): Promise<string> {
	const answer = await php.work({
		code: `<?php require '/wordpress/wp-load.php';\n${code.replace(/^\s*<\?php\s/, '')}`,
		input,
	});
	const printed = new TextDecoder().decode(answer.body);
	if (answer.exitCode !== 0) {
		throw new Error(`PHP ended with ${answer.exitCode}.\n${answer.log}\n${printed}`.trim());
	}
	return printed;
}
