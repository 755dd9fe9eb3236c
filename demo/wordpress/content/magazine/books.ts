// The twelve books on the magazine's shelf, the chapters of one of them, and the blocks that its pages share.
import type { Book, Page } from './shapes.ts';

export const books: Book[] = [
	book(
		'The Salt Almanac',
		'edith',
		['almanac'],
		'harbour-dawn',
		5,
		'A year by the sea, a page for each tide.',
		'It tells you when to sow, when to sail, and on which days it is better to do neither.',
	),
	book(
		'A Door in the Cliff',
		'ines',
		['novel'],
		'dusk-noon',
		4,
		'Two sisters, one key, no house.',
		'The key was in the wall before the wall was there. That is the first sentence, and it gets stranger.',
	),
	book(
		'Small Boats',
		'jun',
		['memoir', 'travel'],
		'dusk-moonlight',
		5,
		'Round the coast at the speed of rowing.',
		'He set out with a loaf, a kettle and a map drawn by somebody who had never been there.',
	),
	book(
		'Rye and Other Poems',
		'tomas',
		['poetry'],
		'meadow-noon',
		3,
		'Forty poems, thirty-one of them about bread.',
		'The other nine are about being hungry.',
	),
	book(
		'The Clockmaker’s Holiday',
		'ines',
		['novel'],
		'market-moonlight',
		4,
		'She went away for a week. The town stopped.',
		'A comedy in seven days, in which nobody knows which of them it is.',
	),
	book(
		'Letters to a Lighthouse',
		'admin',
		['memoir'],
		'night-moonlight',
		5,
		'Thirty years of writing to a building.',
		'It answered, in its way, every eleven seconds.',
	),
	book(
		'Hedges',
		'edith',
		['almanac', 'travel'],
		'hills-noon',
		3,
		'A guide for those who walk beside them.',
		'With drawings of every gap between Mill Lane and the sea.',
	),
	book(
		'What the Marsh Said',
		'edith',
		['poetry'],
		'marsh-evening',
		4,
		'Poems to be read out loud, and quietly.',
		'She wrote them standing up, in boots, and you can hear it.',
	),
	book(
		'The Orange Boat',
		'jun',
		['novel', 'travel'],
		'orchard-evening',
		4,
		'A cargo, a storm, a misunderstanding.',
		'Everyone on board is carrying something for somebody else.',
	),
	book(
		'Night Bakery',
		'tomas',
		['memoir'],
		'market-dawn',
		5,
		'What a town is like at four in the morning.',
		'Mostly it is foxes. But there was also the night when the mayor came in, in his pyjamas, and asked for a job.',
	),
	book(
		'An Atlas of Benches',
		'jun',
		['travel'],
		'hills-moonlight',
		4,
		'Sixty-one places to sit down.',
		'It can be read in order, but few people get up again in time.',
	),
	book(
		'The Winter Orchard',
		'ines',
		['almanac', 'poetry'],
		'orchard-noon',
		5,
		'What trees do when nobody is looking.',
		'They count. It takes them until March.',
	),
];

export const chapters: Page[] = [
	{
		title: 'Part One: The Wall',
		by: 'ines',
		text: 'The key was in the wall before the wall was there.',
		children: [
			{ title: 'The Key', by: 'ines', text: 'It was warm, which keys are not.' },
			{
				title: 'The Sister',
				by: 'ines',
				text: 'She had always said that she would come back by the front door.',
			},
		],
	},
	{
		title: 'Part Two: The Door',
		by: 'ines',
		text: 'It opened outwards, which surprised the sea.',
		children: [
			{
				title: 'The Stair',
				by: 'ines',
				text: 'They counted the steps down, and there were fewer of them coming up.',
			},
		],
	},
];

function book(
	title: string,
	by: string,
	genres: string[],
	picture: string,
	rating: number,
	excerpt: string,
	text: string,
): Book {
	return { title, by, genres, picture, rating, excerpt, text, drafts: rating === 5 ? [excerpt] : [] };
}
