// Runs actions. Where an action fails, the page says so beside what failed, with what to do and, if that may help, a button that tries again.
import $ from 'jquery';
import { advice, type Failure } from './advice.ts';
import { fill, html, type Markup } from './html.ts';

type Action = () => unknown;

/** What fails where no other place is left: on a screen that was left, or in no action of a screen. */
const $page = $('<div></div>');

export function showProblems(region: Element): void {
	$(region).append($page);
}

/** On the next screen nobody cares for what has failed on the last one. */
export function forgetProblems(): void {
	$page.empty();
}

/** Runs an action. If it fails, `$place` says so. Resolves with whether it went well. */
export async function attempt($place: JQuery, action: Action): Promise<boolean> {
	clear($place);
	try {
		await action();
		return true;
	} catch (reason) {
		showProblem($place, reason, () => attempt($place, action));
		return false;
	}
}

/** Says at the top of the page what has failed. */
export function fail(reason: unknown): void {
	showProblem($page, reason);
}

export function showProblem($place: JQuery, reason: unknown, retry?: Action): void {
	const failure = advice(reason);
	if (!failure) return;
	const $shown = $place.get(0)?.isConnected ? $place : $page;
	const $problem = $('<div class="problem" role="alert"></div>').appendTo($shown.empty());
	fill($problem.get(0)!, problem(failure, retry));
	onRetry($problem, retry, () => {
		$problem.remove();
		// The button is gone: whoever has used it goes on from the same place.
		$shown.attr('tabindex', -1).trigger('focus');
	});
}

function clear($place: JQuery): void {
	if ($place.children('.problem').length) $place.empty();
}

/** A whole screen, or the place of a whole list, that cannot be shown. */
export function showFailedState(
	$place: JQuery,
	reason: unknown,
	{ title, level, back, retry }: { title: string; level: 1 | 2; back?: Markup | undefined; retry: Action },
): void {
	const failure = advice(reason);
	if (!failure) return;
	const heading = level === 1 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`;
	fill(
		$place.get(0)!,
		html`<div class="message" role="alert">
			${heading}${problem({ ...failure, canRetry: failure.canRetry || !back }, retry)} ${back}
		</div>`,
	);
	onRetry($place, retry, () => undefined);
}

function problem({ what, todo, code, canRetry }: Failure, retry: Action | undefined): Markup {
	return html`<p><strong>${what}</strong> ${todo} <code>${code}</code></p>
		${canRetry && retry && html`<button type="button" class="button retry">Try again</button>`}`;
}

function onRetry($problem: JQuery, retry: Action | undefined, before: () => void): void {
	$problem.find('.retry').on('click', () => {
		before();
		void retry?.();
	});
}
