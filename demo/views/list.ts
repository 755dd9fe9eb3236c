// A section, in; its list, out: a card for each item, a search, and more of it on demand.
import _ from 'underscore';
import type { WPApiModel } from '../../src/index.ts';
import type { App, Item, Section } from '../app.ts';
import { fill, html } from '../html.ts';
import { attempt } from '../notices.ts';
import { Card } from './card.ts';
import { Screen, waiting } from './screen.ts';

const PER_PAGE = 12;

/** Milliseconds without a key before a search is sent. */
const PAUSE = 300;

export class ListScreen extends Screen {
	app: App;
	section: Section;
	cards: Card[] = [];
	/** What the newest request searches for, answered or not. */
	asked: string;
	searchSoon: (() => void) & _.Cancelable;
	reading = new AbortController();

	constructor(app: App, section: Section) {
		super({
			collection: section.list,
			className: 'list',
			events: { 'click .more': 'more', 'input .search input': 'type', 'submit .search': 'submit' },
		});
		this.app = app;
		this.section = section;
		this.searchSoon = _.debounce(() => this.search(), PAUSE);
		this.asked = this.searched();
		this.listenTo(section.list, 'add', this.addCard);
		this.listenTo(section.list, 'remove', this.removeCard);
		this.listenTo(section.list, 'reset', this.showCards);
		this.listenTo(section.list, 'update reset sync', this.showState);
	}

	override render(): this {
		const { one, many, path, list } = this.section;
		this.heading = many;
		const canWrite = this.app.session.user !== '';
		fill(
			this.el,
			html`<div class="bar">
					<h1>${many}</h1>
					<form class="search" role="search">
						<input
							type="search"
							name="search"
							aria-label="Search ${many.toLowerCase()}"
							placeholder="Search"
							value="${this.searched()}"
						/>
					</form>
					${canWrite && html`<a class="button primary" href="#${path}/new">New ${one}</a>`}
				</div>
				<p class="state" role="status"></p>
				<ul class="cards"></ul>
				<p class="buttons"><button type="button" class="button more" hidden>Load more</button></p>`,
		);
		this.$('.state').before(waiting(`Loading ${many.toLowerCase()}…`).hide());
		if (list.state.currentPage === null) this.loadFirst();
		else this.showCards();
		return this;
	}

	override remove(): this {
		this.searchSoon.cancel();
		// An answer that comes later would change the list under the next screen.
		this.reading.abort();
		for (const card of this.cards) card.remove();
		return super.remove();
	}

	/** Back from an item one is where one was. */
	override focus(): void {
		const card = this.cards.find(({ model }) => model.id === this.section.lastSeen);
		if (card) card.focus();
		else super.focus();
	}

	searched(): string {
		return String(this.section.list.state.data.search ?? '');
	}

	/** Backbone binds the methods of `events` before the constructor has made the debounced function: this one calls it. */
	type(): void {
		this.searchSoon();
	}

	submit(event: JQuery.Event): void {
		event.preventDefault();
		this.search();
	}

	/** Does not ask twice for the same words: Enter may come before the pause is over, or after it. */
	search(): void {
		this.searchSoon.cancel();
		if (this.words() !== this.asked) this.loadFirst();
	}

	words(): string {
		return String(this.$('.search input').val()).trim();
	}

	/** Reads the first page. Whatever this screen still reads for older words is called off. */
	loadFirst(): void {
		const search = this.words();
		this.asked = search;
		this.reading.abort();
		const data = {
			per_page: PER_PAGE,
			...(search ? { search, orderby: 'relevance' } : {}),
			...(this.app.session.user ? { status: 'any' } : {}),
		};
		void attempt('list', () =>
			this.wait((signal) => this.section.list.fetch({ data, reset: true, signal } as object)),
		);
	}

	async more(): Promise<void> {
		const { list } = this.section;
		if (this.isBusy('.more')) return;
		await attempt('more', () =>
			this.whileBusy('.more', async () => {
				const before = list.length;
				await this.wait((signal) => list.more({ remove: false, signal }) || undefined);
				this.cards[before]?.focus();
			}),
		);
	}

	/** Shows that the screen waits, until the newest of its requests is answered. */
	async wait(request: (signal: AbortSignal) => PromiseLike<unknown> | undefined): Promise<void> {
		const reading = (this.reading = new AbortController());
		this.$el.attr('aria-busy', 'true').find('.waiting').show();
		try {
			await request(reading.signal);
		} catch (reason) {
			// Enter asks again.
			if (this.reading === reading) this.asked = this.searched();
			throw reason;
		} finally {
			if (this.reading === reading) this.$el.removeAttr('aria-busy').find('.waiting').hide();
		}
	}

	showCards(): void {
		for (const card of this.cards.splice(0)) card.remove();
		this.$('.cards').empty();
		this.section.list.each((item) => this.addCard(item as WPApiModel));
		this.showState();
	}

	addCard(item: unknown): void {
		const card = new Card(this.app, this.section, item as Item);
		const place = this.section.list.indexOf(item as Item);
		this.cards.splice(place, 0, card);
		const next = this.$('.cards').children().get(place);
		if (next) next.before(card.el);
		else this.$('.cards').append(card.el);
		card.render();
	}

	removeCard(item: unknown): void {
		const place = this.cards.findIndex(({ model }) => model === item);
		this.cards.splice(place, 1)[0]?.remove();
	}

	showState(): void {
		const { list, many } = this.section;
		const { totalObjects } = list.state;
		const words = many.toLowerCase();
		this.$('.more').prop('hidden', !list.hasMore());
		if (list.state.currentPage === null) return;
		const found = this.searched() && ` for “${this.searched()}”`;
		const some = `${list.length} of ${Math.max(totalObjects ?? 0, list.length)} ${words}${found}`;
		const none = found ? `No ${words}${found}. Try other words.` : `No ${words} yet.`;
		this.$('.state')
			.toggleClass('empty', !list.length)
			.text(list.length ? some : none);
	}
}
