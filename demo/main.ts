// The page starts here: a session, then the client, then the screens. Should one of them fail, it says so and can be tried again.
import Backbone from 'backbone';
import $ from 'jquery';
import { openApp, type App } from './app.ts';
import { fill, html } from './html.ts';
import { attempt, fail, showNotices } from './notices.ts';
import { RequestsPanel } from './requests-panel.ts';
import { Router } from './router.ts';
import { openSession } from './session.ts';

const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const main = element('main');

showNotices(element('notices'));
window.addEventListener('error', ({ error }) => fail(error));
window.addEventListener('unhandledrejection', ({ reason }) => fail(reason));
$('#skip').on('click', () => main.focus());

const panel = new RequestsPanel(element<HTMLDetailsElement>('requests'));
fill(main, html`<p class="waiting">Loading…</p>`);
void attempt('start', async () => {
	const app = await openApp(await openSession());
	showHeader(app);
	new Router(app, panel, main);
	Backbone.history.start();
});

function showHeader({ session, sections }: App): void {
	element('brand').textContent = session.name;
	element('user').textContent = session.user ? `Logged in as ${session.user}` : 'Reading only';
	fill(element('tabs'), html`${sections.map(({ path, many }) => html`<a href="#${path}">${many}</a>`)}`);
}
