// An item, in; it goes to the trash, and can be taken out again at once.
import type { Item, Section } from '../app.ts';
import { plain } from '../html.ts';
import { attempt, focusAction, say } from '../notices.ts';

/** `done` is called once it is there. */
export async function trash(item: Item, section: Section, done?: () => void): Promise<void> {
	const { list } = section;
	const listed = list.get(item.id as number);
	const at = listed ? list.indexOf(listed) : 0;
	const status: unknown = item.get('status');
	const title = plain(item.get('title'));

	await attempt('trash', async () => {
		await item.destroy({ wait: true });
		if (listed) list.remove(listed);
		say(`“${title}” is in the trash.`, {
			label: 'Undo',
			async run() {
				// To restore it is to give it the status back that it had.
				await item.save({ status }, { patch: true, wait: true });
				list.add(listed ?? item, { at });
				say(`“${title}” is back.`);
				await refill(section);
			},
		});
		focusAction();
		done?.();
		void attempt('list', () => refill(section));
	});
}

/** Those further down have moved: the last page is read once more, so that none is left out, and the count is right. */
async function refill({ list }: Section): Promise<void> {
	const { data, currentPage } = list.state;
	if (currentPage === null) return;
	const page = Math.max(1, Math.ceil(list.length / Number(data.per_page)));
	await list.fetch({ remove: false, data: { ...data, page } });
}
