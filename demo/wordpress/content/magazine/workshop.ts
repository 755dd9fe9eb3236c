// Articles about mending things.
import type { Article } from './shapes.ts';

export const workshop: Article[] = [
	{
		title: 'The clock that was right once a year',
		by: 'ines',
		in: ['workshop', 'town'],
		tags: ['clocks', 'springs', 'brass'],
		picture: 'workshop',
		subtitle: 'Notes from the tower',
		rating: 4,
		drafts: [
			'The clock loses four minutes a day.',
			'The church clock loses four minutes a day, and has done so since the war.',
		],
		text: `The church clock loses four minutes a day, so that once in a year, in early October, it overtakes itself from behind and is right. People gather. Somebody brings cider.

I have found the fault. It is a washer, and would take ten minutes. I have been asked, by three separate committees, to leave it alone.`,
	},
	{
		title: 'How to sharpen a chisel without an audience',
		by: 'ines',
		in: ['workshop'],
		tags: ['chisels', 'planes', 'oak', 'elm'],
		picture: 'workshop-fog',
		text: `Everybody who owns a stone will tell you that you are holding it wrong. Close the door.

Flat side first, until you can see your own teeth in it. Then the bevel, at whatever angle it has; you are not designing a chisel, you are waking one up. Stop when it takes the hair off your wrist. Open the door and say that you did nothing special.`,
	},
	{
		title: 'An umbrella, and why it is worth it',
		by: 'edith',
		in: ['workshop'],
		tags: ['umbrellas', 'thread', 'rain', 'hinges'],
		text: `Eight ribs, eight stretchers, sixteen joints with a wire through each: an umbrella is a small suspension bridge that we leave on trains.

The joint goes first. Take a piece of florist’s wire, two turns, and bend the ends inwards so that they do not catch the cloth. It takes less time than buying another, and the next gust will be a pleasure.`,
	},
	{
		title: 'Setting type by hand, slowly',
		by: 'admin',
		in: ['workshop'],
		tags: ['type', 'printing', 'ink', 'paper', 'bindings'],
		picture: 'workshop-evening',
		rating: 5,
		sticky: true,
		text: `One page of this magazine holds two thousand one hundred letters, and every one of them has been upside down in somebody’s hand.

You learn to read backwards in a week. You learn to spell in a month, because correcting a line means unlocking the page. After a year you find that you have stopped using long words, and that nobody misses them.`,
	},
	{
		title: 'Seven bicycles in a cellar',
		by: 'jun',
		in: ['workshop', 'town'],
		tags: ['bicycles', 'copper', 'hinges', 'neighbours'],
		picture: 'workshop-noon',
		text: `None of the seven worked, so we made four that do. The fifth is a lamp. The sixth turns the grindstone, and the last is kept for the bell, which is the best in town.

They stand by the library steps. Take one, bring it back, and if something rattles, say so: there is a book for it on a string.`,
	},
	{
		title: 'Dyeing wool with what the kitchen throws away',
		by: 'edith',
		in: ['workshop', 'kitchen'],
		tags: ['wool', 'dye', 'onions', 'tea', 'looms'],
		picture: 'meadow-evening',
		text: `Onion skins give the yellow of a harbour window. Walnut husks give a brown you can lean on. Tea gives nearly everything else, if you have the patience and somebody to drink it.

The secret is the rinse: cold, long, and never the same bucket twice. What you get will not match the last batch. That is how you know it from the shop’s.`,
	},
	{
		title: 'What a kettle is trying to tell you',
		by: 'tomas',
		in: ['workshop', 'kitchen'],
		tags: ['kettles', 'tin', 'solder', 'coffee'],
		picture: 'workshop-moonlight',
		text: `A kettle that ticks is scaling. One that hums has a loose base. One that does not whistle has a child in the house, who has hidden the whistle.

Vinegar for the first, a drop of solder for the second. For the third, look in the flute case.`,
	},
];
