// An item, in; what its readers say, out, the newest first, and a form to say something.
import Backbone from 'backbone';
import type { CommentsCollection } from '../../src/index.ts';
import type { App, Item } from '../app.ts';
import { content, fill, html, plain } from '../html.ts';
import { attempt, say } from '../notices.ts';

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** A page of them; the others are read on demand. */
const PER_PAGE = 10;

export class Comments extends Backbone.View<Item> {
	app: App;
	list: CommentsCollection | undefined;

	constructor(app: App, model: Item) {
		super({
			model,
			tagName: 'section',
			className: 'comments',
			events: { 'click .older': 'more', 'submit form': 'send' },
		});
		this.app = app;
	}

	override render(): this {
		const open = this.app.session.user !== '' && this.model.get('comment_status') === 'open';
		fill(
			this.el,
			html`<h2>Comments</h2>
				<p class="state" role="status">Loading comments…</p>
				<ol></ol>
				<p class="buttons"><button type="button" class="button older" hidden>Older comments</button></p>
				${
					open &&
					html`<form>
						<label for="comment">Your comment</label>
						<textarea id="comment" rows="3" required></textarea>
						<p class="buttons"><button class="button">Send</button></p>
					</form>`
				}`,
		);
		void attempt('comments', async () => {
			this.list = await this.model.getComments({ data: { per_page: PER_PAGE } });
			this.show();
		});
		return this;
	}

	show(): void {
		const { list } = this;
		if (!list) return;
		const { totalObjects } = list.state;
		const count = Math.max(totalObjects ?? 0, list.length);
		this.$('.state').text(list.length ? `${list.length} of ${count}, the newest first` : 'None yet.');
		this.$('.older').prop('hidden', !list.hasMore());
		fill(
			this.$('ol').get(0)!,
			html`${list.models.map((comment) => {
				const date = comment.getInstant('date');
				const to = list.get(Number(comment.get('parent')));
				return html`<li tabindex="-1">
					<p class="byline">
						<b>${plain(comment.get('author_name')) || 'Somebody'}</b
						>${to && ` to ${plain(to.get('author_name'))}`} ·
						<time>${date && time.format(date)}</time>
						${comment.get('status') === 'hold' && html`<span class="status">held back</span>`}
					</p>
					${content(comment.get('content'))}
				</li>`;
			})}`,
		);
	}

	async more(): Promise<void> {
		await attempt('older comments', async () => {
			const before = this.list?.length ?? 0;
			await (this.list?.more({ remove: false }) || undefined);
			this.show();
			this.$('li').eq(before).trigger('focus');
		});
	}

	send(event: JQuery.Event): void {
		event.preventDefault();
		const $text = this.$('textarea');
		const { Comment } = this.app.api.models;
		const comment = new Comment({ post: this.model.id as number, content: String($text.val()) });
		void attempt('comment', async () => {
			await comment.save();
			this.list?.add([comment.attributes], { at: 0 });
			this.show();
			$text.val('').trigger('focus');
			say('Your comment is there.');
		});
	}
}
