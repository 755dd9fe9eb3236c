// Asks a question, and resolves with whether the answer is yes. Escape is no.
import $ from 'jquery';
import { html } from './html.ts';

export function confirm(question: string, { yes, no }: { yes: string; no: string }): Promise<boolean> {
	const dialog = $<HTMLDialogElement>(
		html`<dialog class="confirm" aria-labelledby="question">
			<form method="dialog">
				<h2 id="question">${question}</h2>
				<p class="buttons">
					<button class="button" value="no" autofocus>${no}</button>
					<button class="button danger" value="yes">${yes}</button>
				</p>
			</form>
		</dialog>`.text as never,
	)
		.appendTo(document.body)
		.get(0)!;
	dialog.showModal();
	return new Promise((resolve) => {
		dialog.addEventListener('close', () => {
			dialog.remove();
			resolve(dialog.returnValue === 'yes');
		});
	});
}
