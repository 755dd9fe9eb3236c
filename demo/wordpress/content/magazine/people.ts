// Who writes the magazine. The first is the administrator, who is there already.
import type { Person } from './shapes.ts';

export const people: Person[] = [
	{
		login: 'admin',
		name: 'Ada Marlow',
		role: 'administrator',
		about: 'Founded The Harbour Lamp in the back room of a chandlery and still sweeps it out herself.',
	},
	{
		login: 'edith',
		name: 'Edith Crane',
		role: 'editor',
		about: 'Reads everything twice. Keeps bees on the roof of the customs house.',
	},
	{
		login: 'tomas',
		name: 'Tomas Ferreira',
		role: 'author',
		about: 'Baker until nine in the morning, writer afterwards.',
	},
	{
		login: 'ines',
		name: 'Ines Okafor',
		role: 'author',
		about: 'Repairs clocks, draws maps, and walks the coast path in all weathers.',
	},
	{
		login: 'jun',
		name: 'Jun Watanabe',
		role: 'contributor',
		about: 'Came for a weekend, stayed for the boats.',
	},
	{
		login: 'rosa',
		name: 'Rosa Bell',
		role: 'subscriber',
		about: 'Has read every issue since the first.',
	},
];
