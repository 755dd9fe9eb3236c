// The magazine's categories, the genres of its books, and every tag it has ever used.
import type { Category } from './shapes.ts';

export const categories: Category[] = [
	{
		name: 'Town',
		slug: 'town',
		colour: '#35618f',
		about: 'Streets, people, and what goes on between them.',
		children: [
			{ name: 'Harbour', slug: 'harbour', colour: '#1f7a8c', about: 'Boats and those who mend them.' },
			{ name: 'Markets', slug: 'markets', colour: '#8d5b4c', about: 'Stalls, prices, gossip.' },
		],
	},
	{
		name: 'Kitchen',
		slug: 'kitchen',
		colour: '#b5523b',
		about: 'What we cook, and why.',
		children: [
			{
				name: 'Orchard',
				slug: 'orchard',
				colour: '#5b8c3a',
				about: 'Fruit, from the tree to the jar.',
				children: [
					{ name: 'Apples', slug: 'apples', colour: '#c0392b', about: 'Bramleys, russets and windfalls.' },
					{ name: 'Oranges', slug: 'oranges', colour: '#e67e22', about: 'They arrive by boat in January.' },
				],
			},
		],
	},
	{
		name: 'Workshop',
		slug: 'workshop',
		colour: '#6b5b95',
		about: 'Things that can be repaired, and most can.',
	},
	{ name: 'Walks', slug: 'walks', colour: '#4a7c59', about: 'Take a coat.' },
];

export const genres: Category[] = [
	{ name: 'Novel', slug: 'novel', colour: '#35618f', about: 'Long stories.' },
	{ name: 'Poetry', slug: 'poetry', colour: '#8e4585', about: 'Short lines.' },
	{ name: 'Almanac', slug: 'almanac', colour: '#5b8c3a', about: 'What to do, and when.' },
	{ name: 'Travel', slug: 'travel', colour: '#e67e22', about: 'Elsewhere, described.' },
	{ name: 'Memoir', slug: 'memoir', colour: '#8d5b4c', about: 'As far as they remember.' },
];

/** More than a hundred, so that one page of a REST collection cannot hold them. */
export const tags: string[] =
	`lamps evening ropes knots tide herring gulls ferry pilots charts compass lighthouse fog bells chandlery varnish
	oars sails tar nets shipwreck cargo customs letters postcards stamps ink paper printing type bindings
	bread rye sourdough butter salt honey beeswax marmalade cider vinegar pickles jam windfalls russets bramleys
	blossom pruning grafting hedges compost soil seeds rain frost snow wind stars moon equinox solstice
	clocks springs hinges chisels planes oak elm copper brass tin solder bicycles kettles umbrellas buttons thread
	wool dye looms boots maps paths stiles bridges cliffs coves caves marsh herons otters foxes owls moths
	markets coins scales baskets eggs cheese fish coffee tea soup lentils onions garlic thyme mint
	music fiddles choirs dances weddings neighbours gossip benches chess school chalk library reading`.split(
		/\s+/,
	);
