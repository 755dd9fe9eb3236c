// What happened, in; it is said at the foot of the page, and to screen readers. Errors stay, with what to do and a way to try again.
import $ from 'jquery';
import _ from 'underscore';
import { advice, type Failure } from './advice.ts';
import { fill, html } from './html.ts';

interface Action {
	label: string;
	run: () => unknown;
}

/** By the name of the action. */
const failures = new Map<string, { failure: Failure; retry: (() => unknown) | undefined }>();

const $status = $('<div class="notice" role="status"></div>');
const $alerts = $('<div role="alert"></div>');

export function showNotices(region: Element): void {
	$(region).append($alerts, $status);
}

/** One thing that went well; the next one takes its place. With an action, the focus goes there. */
export function say(message: string, action?: Action): void {
	fill(
		$status.get(0)!,
		html`<p>${message}</p>
			${action && html`<button type="button" class="button">${action.label}</button>`}
			<button type="button" class="close" aria-label="Dismiss">×</button>`,
	);
	$status.find('.close').on('click', hush);
	if (action) {
		$status.find('.button').on('click', () => {
			hush();
			void attempt(action.label, () => action.run());
		});
	}
}

export function hush(): void {
	$status.empty();
}

/** Moves the focus to the action of what was said last. */
export function focusAction(): void {
	$status.find('.button').trigger('focus');
}

/**
 * Runs an action; should it fail, that is shown, and it can be tried again. An older failure of the same action is
 * forgotten. Resolves with whether it went well.
 */
export async function attempt(name: string, action: () => unknown): Promise<boolean> {
	if (failures.delete(name)) show();
	try {
		await action();
		return true;
	} catch (reason) {
		fail(reason, name, () => attempt(name, action));
		return false;
	}
}

export function fail(reason: unknown, name = '', retry?: () => unknown): void {
	const failure = advice(reason);
	if (!failure) return;
	failures.set(name, { failure, retry });
	show();
}

/** On another screen nobody wants to try again what has failed on the last one. */
export function forgetFailures(): void {
	failures.clear();
	show();
}

/** What has failed with the same words is said once, and tried again together. */
function show(): void {
	$alerts.empty();
	for (const entries of Object.values(_.groupBy([...failures], ([, { failure }]) => failure.what))) {
		const { what, todo, code } = entries[0]![1].failure;
		const retries = entries.flatMap(([, { retry }]) => retry ?? []);
		const dismiss = (): void => {
			for (const [name] of entries) failures.delete(name);
			show();
		};
		const $alert = $('<div class="notice error"></div>').appendTo($alerts);
		fill(
			$alert.get(0)!,
			html`<p><strong>${what}</strong> ${todo} <code>${code}</code></p>
				${retries.length > 0 && html`<button type="button" class="button">Try again</button>`}
				<button type="button" class="close" aria-label="Dismiss">×</button>`,
		);
		$alert.find('.close').on('click', dismiss);
		$alert.find('.button').on('click', () => {
			dismiss();
			// The button is gone: whoever used it goes on from the content.
			$('#main').trigger('focus');
			for (const retry of retries) retry();
		});
	}
}
