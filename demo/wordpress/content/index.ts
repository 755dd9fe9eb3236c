// Puts a small magazine on a site that has just got its WordPress, and says who may administer it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WordPress, WordPressOptions } from '../options.ts';
import { frontPage } from './magazine/front-page.ts';
import { people } from './magazine/people.ts';
import { writePictures, type Picture } from './pictures/index.ts';
import { addComments } from './rows/comments.ts';
import { addFurniture } from './rows/furniture.ts';
import { addPeople } from './rows/people.ts';
import { addPosts, pictureNames, type Made } from './rows/posts.ts';
import { records } from './rows/records.ts';
import { addRevisions } from './rows/revisions.ts';
import { makeTables, timezone, type Tables, type Value } from './rows/tables.ts';
import { addTerms } from './rows/terms.ts';

interface Site {
	permalinks: NonNullable<WordPressOptions['permalinks']>;
	/** A folder. */
	uploads: string;
	/** Runs PHP with WordPress loaded, the second text as its input. */
	run(code: string, input: string): Promise<string>;
}

interface Content {
	tables: Tables;
	options: Record<string, Value>;
	menus: Record<string, number>;
	templates: typeof frontPage;
	/** Everybody's. */
	password: string;
}

const password = 'password';

export async function addContent(site: Site): Promise<Pick<WordPress, 'version' | 'user'>> {
	const code = await readFile(join(import.meta.dirname, 'install.php'), 'utf8');
	const content = collect(await writePictures(site.uploads, pictureNames), site.permalinks);
	const { version, applicationPassword } = JSON.parse(await site.run(code, JSON.stringify(content))) as {
		version: string;
		applicationPassword: string;
	};
	return { version, user: { name: people[0]?.login ?? '', password, applicationPassword } };
}

// The rows go into the database as they are. WordPress's own functions would take ten seconds for them, because each asks
// the database a dozen questions for every post.
function collect(pictures: Picture[], permalinks: Site['permalinks']): Content {
	const tables = makeTables();
	const made: Made = {
		tables,
		people: addPeople(tables),
		terms: addTerms(tables),
		posts: new Map(),
		revised: [],
		now: Date.now(),
	};
	addPosts(made, pictures);
	const { options, menus } = addFurniture(made);
	addRevisions(tables, made.revised);
	addComments(made);
	return {
		tables,
		menus,
		templates: frontPage,
		password,
		options: {
			...options,
			library_records: records(),
			blogname: 'The Harbour Lamp',
			blogdescription: 'A small magazine for a small town',
			timezone_string: timezone,
			permalink_structure: permalinks === 'pretty' ? '/%year%/%monthnum%/%day%/%postname%/' : '',
			// WordPress makes them when it needs them next.
			rewrite_rules: '',
			sticky_posts: stickyPosts(made),
			thread_comments_depth: 5,
			comment_previously_approved: 0,
			fresh_site: 0,
			admin_email_lifespan: Math.floor(made.now / 1000) + 100_000_000,
		},
	};
}

function stickyPosts({ posts }: Made): number[] {
	return [posts.get('post:Setting type by hand, slowly') ?? 0];
}
