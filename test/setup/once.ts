/**
 * The start of something costly comes in; a `globalSetup` for Vitest goes out that does it once per run, however many projects
 * name it.
 *
 * Vitest runs a project's setup only if the project has tests in this run, which is what we want, but gives every project its
 * own copy of the setup's module: what they share hangs on the process. Values are provided on the root project, whose context
 * all projects inherit.
 */
import type { TestProject } from 'vitest/node';

type Teardown = (() => unknown) | void;
type Setup = (project: TestProject) => Teardown | Promise<Teardown>;

const key = Symbol.for('backbone-wp-api: started once per test run');
const shared = globalThis as { [key]?: Map<string, Promise<Teardown>> };

export function oncePerRun(name: string, setup: Setup): Setup {
	return async (project) => {
		const started = (shared[key] ??= new Map());
		if (started.has(name)) {
			await started.get(name);
			return;
		}
		const start = Promise.resolve(setup(project.vitest.getRootProject()));
		started.set(name, start);
		const teardown = await start;
		return async () => {
			started.delete(name);
			await teardown?.();
		};
	};
}
