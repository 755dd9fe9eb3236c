// The people, in; their rows, and the id of each login, out.
import { people } from '../magazine/people.ts';
import type { Person } from '../magazine/shapes.ts';
import type { Tables } from './tables.ts';

const levels: Record<Person['role'], number> = {
	administrator: 10,
	editor: 7,
	author: 2,
	contributor: 1,
	subscriber: 0,
};

export type Ids = Map<string, number>;

export function addPeople(tables: Tables): Ids {
	return new Map(people.map((person, index) => [person.login, addPerson(tables, person, index + 1)]));
}

function addPerson({ users, usermeta }: Tables, { login, name, role, about }: Person, ID: number): number {
	const [first = '', last = ''] = name.split(' ');
	users.push({
		ID,
		user_login: login,
		user_nicename: login,
		user_email: `${login}@lamp.example`,
		user_registered: '2020-01-01 08:00:00',
		display_name: name,
	});
	const meta = {
		nickname: name,
		first_name: first,
		last_name: last,
		description: about,
		rich_editing: 'true',
		show_admin_bar_front: 'true',
		wp_capabilities: { [role]: true },
		wp_user_level: levels[role],
	};
	for (const [meta_key, meta_value] of Object.entries(meta)) {
		usermeta.push({ user_id: ID, meta_key, meta_value });
	}
	return ID;
}

export function idOf(ids: Ids, name: string): number {
	const id = ids.get(name);
	if (id === undefined) {
		throw new Error(`The magazine has nothing named ${name}.`);
	}
	return id;
}
