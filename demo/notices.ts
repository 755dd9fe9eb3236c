// Says what went well, in a line below the header, and to screen readers. It goes away by itself, and with the screen.
import $ from 'jquery';
import { fill, html } from './html.ts';
import { attempt } from './problems.ts';

interface Action {
	label: string;
	run: () => unknown;
}

/** Milliseconds that a notice stays; one with an action stays until the next screen. */
const STAYS = 6000;

const $notice = $('<div class="notice" role="status"></div>');
let timer: number | undefined;

export function showNotices(region: Element): void {
	$(region).append($notice);
}

/** The next notice takes the place of this one. */
export function say(message: string, action?: Action): void {
	hush();
	fill(
		$notice.get(0)!,
		html`<p>${message}</p>
			${action && html`<button type="button" class="button small">${action.label}</button>`}
			<button type="button" class="close" aria-label="Dismiss">×</button>
			<div class="problems"></div>`,
	);
	$notice.find('.close').on('click', () => {
		hush();
		$('#main').trigger('focus');
	});
	if (action) onAction(action);
	else timer = window.setTimeout(fade, STAYS);
}

function onAction({ run }: Action): void {
	const $button = $notice.find('.button').on('click', () => {
		if ($button.is('[aria-disabled=true]')) return;
		$button.attr('aria-disabled', 'true');
		void attempt($notice.find('.problems'), run).then(() => $button.removeAttr('aria-disabled'));
	});
}

export function hush(): void {
	window.clearTimeout(timer);
	$notice.empty().removeClass('fading');
}

/** Moves the focus to the action of the notice. */
export function focusAction(): void {
	$notice.find('.button').trigger('focus');
}

/** Not under the hands of somebody who is about to use it. */
function fade(): void {
	if ($notice.is(':hover, :focus-within')) {
		timer = window.setTimeout(fade, STAYS);
		return;
	}
	$notice.addClass('fading');
	timer = window.setTimeout(hush, 400);
}
