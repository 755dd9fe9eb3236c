/** The results of a run come in; one plain closing line goes out, `N passed, N failed, N skipped`, which CI reads. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
		const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
		for (const module of modules) {
			// A file or a hook that throws fails no test of its own, but it is no pass either.
			count.failed += module.errors().length;
			for (const suite of module.children.allSuites()) {
				count.failed += suite.errors().length;
			}
			for (const test of module.children.allTests()) {
				count[test.result().state] += 1;
			}
		}
		const { passed, failed, skipped, pending } = count;
		console.log(`${passed} passed, ${failed} failed, ${skipped + pending} skipped`);
	}
}
