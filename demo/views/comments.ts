// The comments of an item, the newest first, and a form to write one.
import Backbone from 'backbone';
import type { CommentsCollection } from '../../src/index.ts';
import type { App, Item } from '../app.ts';
import { content, fill, html, plain } from '../html.ts';
import { say } from '../notices.ts';
import { attempt } from '../problems.ts';
import { skeletonComments } from './skeletons.ts';

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
			attributes: { 'aria-labelledby': 'comments-title' },
			events: { 'click .older': 'more', 'submit form': 'send' },
		});
		this.app = app;
	}

	override render(): this {
		const open = this.app.session.user !== '' && this.model.get('comment_status') === 'open';
		fill(
			this.el,
			html`<h2 id="comments-title">Comments</h2>
				${
					open &&
					html`<form>
						<label for="comment">Your comment</label>
						<textarea id="comment" rows="3" required></textarea>
						<div class="buttons"><button class="button send">Send</button></div>
						<div class="problems" data-for="send"></div>
					</form>`
				}
				<p class="state" role="status"></p>
				<ol></ol>
				<div class="problems" data-for="list"></div>
				<div class="buttons"><button type="button" class="button older" hidden>Older comments</button></div>
				<div class="problems" data-for="older"></div>`,
		);
		void this.load();
		return this;
	}

	hasUnsavedChanges(): boolean {
		return Boolean(String(this.$('textarea').val() ?? '').trim());
	}

	discardChanges(): void {
		this.$('textarea').val('');
	}

	async load(): Promise<void> {
		await attempt(this.$('[data-for=list]'), async () => {
			this.$('.state').text('Loading comments…');
			fill(this.$('ol').get(0)!, skeletonComments());
			try {
				this.list = await this.model.getComments({ data: { per_page: PER_PAGE } });
				this.show();
			} catch (reason) {
				this.$('.state').text('The comments cannot be read.');
				this.$('ol').empty();
				throw reason;
			}
		});
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
						${comment.get('status') === 'hold' && html`<span class="status">waits for approval</span>`}
					</p>
					${content(comment.get('content'))}
				</li>`;
			})}`,
		);
	}

	async more(): Promise<void> {
		await attempt(this.$('[data-for=older]'), async () => {
			const before = this.list?.length ?? 0;
			await (this.list?.more({ remove: false }) || undefined);
			this.show();
			this.$('li').eq(before).trigger('focus');
		});
	}

	send(event: JQuery.Event): void {
		event.preventDefault();
		const $button = this.$('.send');
		if ($button.is('[aria-disabled=true]')) return;
		const $text = this.$('textarea');
		const { Comment } = this.app.api.models;
		$button.attr('aria-disabled', 'true');
		void attempt(this.$('[data-for=send]'), async () => {
			// Tried again, it has the words that are in the field by then.
			const comment = new Comment({ post: this.model.id as number, content: String($text.val()) });
			await comment.save();
			this.list?.add([comment.attributes], { at: 0 });
			this.show();
			$text.val('').trigger('focus');
			say('Your comment is there.');
		}).then(() => $button.removeAttr('aria-disabled'));
	}
}
