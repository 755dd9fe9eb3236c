// The page starts here: a session, then the client, then the screens. If one of them fails, the page says so and offers to try again.
import Backbone from 'backbone';
import $ from 'jquery';
import { openApp, type App } from './app.ts';
import { fill, html } from './html.ts';
import { showNotices } from './notices.ts';
import { fail, showFailedState, showProblems } from './problems.ts';
import { RequestsPanel } from './requests-panel.ts';
import { Router } from './router.ts';
import { openSession } from './session.ts';
import { skeletonList } from './views/skeletons.ts';

const element = (id: string): HTMLElement => document.getElementById(id)!;
const main = element('main');

showNotices(element('notices'));
showProblems(element('problems'));
window.addEventListener('error', ({ error }) => fail(error));
window.addEventListener('unhandledrejection', ({ reason }) => fail(reason));
$('#skip').on('click', () => main.focus());

const panel = new RequestsPanel(element('requests'));
void start();

async function start(): Promise<void> {
	fill(
		main,
		html`<h1 class="unseen">Loading…</h1>
			${skeletonList()}`,
	);
	main.setAttribute('aria-busy', 'true');
	try {
		const app = await openApp(await openSession());
		showHeader(app);
		new Router(app, panel, main);
		Backbone.history.start();
	} catch (reason) {
		main.removeAttribute('aria-busy');
		showFailedState($(main), reason, { title: 'The site cannot be read', level: 1, retry: start });
	}
}

function showHeader({ session, sections }: App): void {
	const { name, address, user } = session;
	fill(
		element('about'),
		html`A page that reads and writes the WordPress site <a href="${address}/">${name}</a> with Backbone
			models`,
	);
	element('user').textContent = user ? `Logged in as ${user}` : 'Not logged in: you can read';
	fill(element('tabs'), html`${sections.map(({ path, many }) => html`<a href="#${path}">${many}</a>`)}`);
}
