/** Files come in, on the disk or in memory; what TypeScript has to say of them goes out, a line a complaint. */
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** Parsed once per process: most of it is the standard library. */
const parsed = new Map<string, ts.SourceFile | undefined>();

export function createProgram(
	files: string[],
	options: ts.CompilerOptions = {},
	memory = new Map<string, string>(),
): ts.Program {
	const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile) as {
		config: unknown;
	};
	const settings: ts.CompilerOptions = {
		...ts.parseJsonConfigFileContent(config, ts.sys, root).options,
		types: [],
		paths: { 'backbone-wp-api': [join(root, 'src/index.ts')] },
		...options,
	};
	const host = ts.createCompilerHost(settings);
	const read = host.getSourceFile.bind(host);
	host.fileExists = (name) => memory.has(name) || ts.sys.fileExists(name);
	host.getSourceFile = (name, version) => {
		const text = memory.get(name);
		if (text !== undefined) return ts.createSourceFile(name, text, version);
		if (!parsed.has(name)) parsed.set(name, read(name, version));
		return parsed.get(name);
	};
	return ts.createProgram(files, settings, host);
}

/** The complaints about these files themselves, not about what they import. */
export function compile(
	files: string[],
	options: ts.CompilerOptions = {},
	memory = new Map<string, string>(),
): string[] {
	const program = createProgram(files, options, memory);
	return files.flatMap((name) =>
		[
			...program.getSyntacticDiagnostics(program.getSourceFile(name)),
			...program.getSemanticDiagnostics(program.getSourceFile(name)),
		].map(
			({ start = 0, file, messageText }) =>
				`${name.slice(root.length + 1)}:${(file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1}: ` +
				ts.flattenDiagnosticMessageText(messageText, '\n'),
		),
	);
}
