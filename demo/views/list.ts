// The list of a section: a card for each item, a search, and more of it on demand.
import $ from 'jquery';
import type { WPApiModel } from '../../src/index.ts';
import type { App, Item, Section } from '../app.ts';
import { fill, html } from '../html.ts';
import { attempt, showFailedState, showProblem } from '../problems.ts';
import { Card } from './card.ts';
import { Screen } from './screen.ts';
import { SearchBox } from './search-box.ts';
import { skeletonList } from './skeletons.ts';

const PER_PAGE = 12;

export class ListScreen extends Screen {
	app: App;
	section: Section;
	cards: Card[] = [];
	searchBox: SearchBox;
	reading = new AbortController();

	constructor(app: App, section: Section) {
		super({
			collection: section.list,
			className: 'list',
			events: { 'click .more': 'more', 'click .clear': 'clearSearch' },
		});
		this.app = app;
		this.section = section;
		this.searchBox = new SearchBox(`Search ${section.many.toLowerCase()}`, this.searched());
		this.listenTo(this.searchBox, 'search', this.loadFirst);
		this.listenTo(section.list, 'add', this.addCard);
		this.listenTo(section.list, 'remove', this.removeCard);
		this.listenTo(section.list, 'reset', this.showCards);
		this.listenTo(section.list, 'update reset sync', this.showState);
	}

	override render(): this {
		const { one, many, path, list } = this.section;
		this.heading = many;
		fill(
			this.el,
			html`<div class="bar">
					<h1>${many}</h1>
					${this.app.session.user !== '' && html`<a class="button primary" href="#${path}/new">New ${one}</a>`}
				</div>
				<p class="state" role="status"></p>
				<div class="problems" data-for="related"></div>
				<div class="middle"></div>
				<ul class="cards"></ul>
				<div class="buttons"><button type="button" class="button more" hidden>Load more</button></div>
				<div class="problems" data-for="more"></div>`,
		);
		this.$('h1').after(this.searchBox.render().el);
		if (list.state.currentPage === null) void this.loadFirst();
		else this.showCards();
		return this;
	}

	override remove(): this {
		// An answer that comes later would change the list under the next screen.
		this.reading.abort();
		this.searchBox.remove();
		for (const card of this.cards) card.remove();
		return super.remove();
	}

	/** Whoever comes back from an item goes on at its card. */
	override focus(): void {
		const card = this.cards.find(({ model }) => model.id === this.section.lastSeen);
		if (card) card.focus();
		else super.focus();
	}

	/** The words that the list is the answer to. */
	searched(): string {
		return String(this.section.list.state.data.search ?? '');
	}

	/** Reads the first page. Whatever this screen still reads for older words is called off. */
	async loadFirst(): Promise<void> {
		const { list, many } = this.section;
		const search = this.searchBox.asked;
		const data = {
			per_page: PER_PAGE,
			...(search ? { search, orderby: 'relevance' } : {}),
			...(this.app.session.user ? { status: 'any' } : {}),
		};
		const isFirst = !this.cards.length;
		this.$('.middle').empty();
		if (isFirst) fill(this.$('.middle').get(0)!, skeletonList());
		this.$('.state').text(search ? 'Searching…' : `Loading ${many.toLowerCase()}…`);
		try {
			await this.wait((signal) => list.fetch({ data, reset: true, signal } as object));
		} catch (reason) {
			this.showFailure(reason);
		}
	}

	async more(): Promise<void> {
		const { list } = this.section;
		if (this.isBusy('.more')) return;
		await attempt(this.$('[data-for=more]'), () =>
			this.whileBusy('.more', async () => {
				const before = list.length;
				await this.wait((signal) => list.more({ remove: false, signal }) || undefined);
				this.cards[before]?.focus();
			}),
		);
	}

	clearSearch(): void {
		this.searchBox.clear();
	}

	/** Shows that the screen waits, until the newest of its requests is answered. */
	async wait(request: (signal: AbortSignal) => PromiseLike<unknown> | undefined): Promise<void> {
		this.reading.abort();
		const reading = (this.reading = new AbortController());
		this.$el.attr('aria-busy', 'true');
		try {
			await request(reading.signal);
		} finally {
			if (this.reading === reading) this.$el.removeAttr('aria-busy');
		}
	}

	showCards(): void {
		for (const card of this.cards.splice(0)) card.remove();
		this.$('.cards').empty();
		this.$('[data-for=related]').empty();
		this.section.list.each((item) => this.addCard(item as WPApiModel));
		this.showState();
	}

	addCard(item: unknown): void {
		const card = new Card(this.app, this.section, item as Item);
		this.listenTo(card, 'problem', this.showRelatedProblem);
		const place = this.section.list.indexOf(item as Item);
		this.cards.splice(place, 0, card);
		const next = this.$('.cards').last().children().get(place);
		if (next) next.before(card.el);
		else this.$('.cards').last().append(card.el);
		card.render();
	}

	removeCard(item: unknown): void {
		const place = this.cards.findIndex(({ model }) => model === item);
		this.cards.splice(place, 1)[0]?.remove();
	}

	/** Authors, pictures or terms of some cards: said once for all of them. */
	showRelatedProblem(reason: unknown): void {
		showProblem(this.$('[data-for=related]'), reason, () => this.showCards());
	}

	showFailure(reason: unknown): void {
		// Enter asks again.
		this.searchBox.asked = this.searched();
		const $middle = this.$('.middle').empty();
		this.$('.state').text('');
		const { many } = this.section;
		showFailedState($middle, reason, {
			title: `The ${many.toLowerCase()} cannot be read`,
			level: 2,
			retry: () => {
				this.$('h1').attr('tabindex', -1).trigger('focus');
				this.searchBox.asked = this.searchBox.words();
				return this.loadFirst();
			},
		});
		this.$('.more').prop('hidden', true);
	}

	showState(): void {
		const { list, many, one, path } = this.section;
		if (list.state.currentPage === null) return;
		const words = many.toLowerCase();
		const count = Math.max(list.state.totalObjects ?? 0, list.length);
		const found = this.searched() && ` for “${this.searched()}”`;
		this.$('.more').prop('hidden', !list.hasMore());
		this.$('.state').text(
			list.length ? `${list.length} of ${count} ${words}${found}` : `No ${words}${found}`,
		);
		const $middle = this.$('.middle').empty();
		if (list.length) return;
		const empty = found
			? html`<p>No ${words}${found}. Try other words.</p>
					<button type="button" class="button clear">Show all ${words}</button>`
			: html`<p>There are no ${words} yet.</p>
					${this.app.session.user !== '' && html`<a class="button" href="#${path}/new">Write the first ${one}</a>`}`;
		$('<div class="message"></div>').append($.parseHTML(empty.text)).appendTo($middle);
	}
}
