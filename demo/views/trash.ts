// Moves an item to the trash, and offers to take it out again at once.
import $ from 'jquery';
import type { Item, Section } from '../app.ts';
import { plain } from '../html.ts';
import { focusAction, say } from '../notices.ts';
import { attempt, fail } from '../problems.ts';

interface Options {
	/** Where a failure is said. */
	$problems: JQuery;
	/** Called once the item is in the trash, before that is said. */
	done?: () => void;
}

export async function trash(item: Item, section: Section, { $problems, done }: Options): Promise<void> {
	const { list } = section;
	const listed = list.get(item.id as number);
	const at = listed ? list.indexOf(listed) : 0;
	const status: unknown = item.get('status');
	const title = plain(item.get('title'));

	await attempt($problems, async () => {
		await item.destroy({ wait: true });
		if (listed) list.remove(listed);
		done?.();
		say(`“${title}” is in the trash.`, {
			label: 'Undo',
			async run() {
				// To restore it is to give it the status back that it had.
				await item.save({ status }, { patch: true, wait: true });
				list.add(listed ?? item, { at });
				say(`“${title}” is back.`);
				// The button is gone: whoever has used it goes on from the content.
				$('#main').trigger('focus');
				refill(section);
			},
		});
		focusAction();
		refill(section);
	});
}

/** Those further down have moved: the last page is read once more, so that none is left out, and the count is right. */
function refill({ list }: Section): void {
	const { data, currentPage } = list.state;
	if (currentPage === null) return;
	const page = Math.max(1, Math.ceil(list.length / Number(data.per_page)));
	list.fetch({ remove: false, data: { ...data, page } }).fail(fail);
}
