// Shows the screen of an address, one at a time, with the focus on its heading. It asks before a screen with changes is left.
import Backbone from 'backbone';
import type { App, Section } from './app.ts';
import { confirm } from './confirm.ts';
import { hush } from './notices.ts';
import { forgetProblems } from './problems.ts';
import type { RequestsPanel } from './requests-panel.ts';
import { EditorScreen } from './views/editor.ts';
import { ListScreen } from './views/list.ts';
import { NotFoundScreen } from './views/not-found.ts';
import { ReaderScreen } from './views/reader.ts';
import type { Screen } from './views/screen.ts';

export class Router extends Backbone.Router {
	app: App;
	panel: RequestsPanel;
	main: HTMLElement;
	screen: Screen | undefined;
	/** The address of the screen, without its `#`. */
	place = '';

	constructor(app: App, panel: RequestsPanel, main: HTMLElement) {
		super();
		this.app = app;
		this.panel = panel;
		this.main = main;
		// The last one is asked first.
		this.route('*anything', () => this.show(new NotFoundScreen()));
		this.route('', () => this.navigate('posts', { trigger: true, replace: true }));
		this.at(':section', (section) => new ListScreen(app, section));
		this.at(':section/:id', (section, id) => isId(id) && new ReaderScreen(app, section, Number(id)));
		this.at(':section/new', (section) => new EditorScreen(app, section));
		this.at(':section/:id/edit', (section, id) => isId(id) && new EditorScreen(app, section, Number(id)));
		window.addEventListener('beforeunload', (event) => {
			if (this.screen?.hasUnsavedChanges()) event.preventDefault();
		});
	}

	at(pattern: string, make: (section: Section, id: string) => Screen | false): void {
		this.route(pattern, (path: string | null, id: string | null) => {
			const section = this.app.sections.find((one) => one.path === path);
			this.show((section && make(section, id ?? '')) || new NotFoundScreen());
		});
	}

	/** Backbone calls it before each route; `false` stays where we are. */
	override execute(callback: (...args: string[]) => void, args: string[]): boolean {
		if (this.screen?.hasUnsavedChanges()) {
			void this.askToLeave(location.hash);
			return false;
		}
		callback.apply(this, args);
		return true;
	}

	async askToLeave(target: string): Promise<void> {
		this.navigate(this.place, { replace: true });
		const question = 'Leave without saving? What you have changed would be lost.';
		if (await confirm(question, { yes: 'Leave', no: 'Keep editing' })) {
			this.screen?.discardChanges();
			location.hash = target;
		}
	}

	show(screen: Screen): void {
		const first = !this.screen;
		this.screen?.remove();
		hush();
		forgetProblems();
		// What the client had to ask for before the first one, the schema, counts in all.
		this.panel.newScreen();
		this.screen = screen;
		this.place = Backbone.history.getFragment();
		this.main.replaceChildren(screen.el);
		this.main.removeAttribute('aria-busy');
		screen.render();
		document.title = `${screen.heading} – ${this.app.session.name}`;
		for (const link of document.querySelectorAll('#tabs a')) {
			const current = location.hash.startsWith(link.getAttribute('href') ?? '');
			link.toggleAttribute('aria-current', false);
			if (current) link.setAttribute('aria-current', 'page');
		}
		// Where the page has just been loaded, the focus is the visitor's.
		if (!first) screen.focus();
	}
}

function isId(text: string): boolean {
	return /^[1-9]\d*$/.test(text);
}
