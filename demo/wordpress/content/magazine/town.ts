// Articles about the town and its harbour.
import type { Article } from './shapes.ts';

export const town: Article[] = [
	{
		title: 'Hello, and mind the step',
		by: 'admin',
		in: ['town'],
		tags: ['letters', 'printing', 'neighbours'],
		picture: 'dusk',
		subtitle: 'The first page of the first issue',
		rating: 5,
		drafts: [
			'Welcome. This is a magazine.',
			'Welcome to the first issue of The Harbour Lamp.',
			'Welcome to the first issue of The Harbour Lamp, which is printed in a back room with a low door.',
		],
		text: `Welcome to the first issue of The Harbour Lamp, which is put together in the back room of a chandlery, behind a door so low that everybody bows to us on the way in.

We shall write about what is near: bread, boats, clocks, the path along the cliffs. If you know something about one of these, come by. The kettle is usually on.

> Nothing is too small to be written down, said my grandmother, who wrote down everything.`,
	},
	{
		title: 'The last lamplighter of Quay Street',
		by: 'edith',
		in: ['town', 'harbour'],
		tags: ['lamps', 'evening', 'neighbours'],
		picture: 'dusk-fog',
		subtitle: 'Forty lamps, one ladder',
		rating: 5,
		drafts: ['Mr Abel Pike lights the lamps.', 'Every evening Mr Abel Pike lights forty lamps.'],
		text: `Every evening at a quarter past the tide tables say he should, Abel Pike leans his ladder against the first of forty lamps. The council offered him electric ones in 1988. He said he would think about it.

He knows who is ill by which windows stay dark, and who is in love by who asks him to leave a lamp for later. “You see a street differently,” he says, “when you have climbed it.”

His ladder has been mended eleven times. It is, he insists, the same ladder.`,
	},
	{
		title: 'A ferry with nowhere to go',
		by: 'tomas',
		in: ['harbour'],
		tags: ['ferry', 'pilots', 'tide', 'coffee'],
		picture: 'harbour',
		text: `When the bridge opened, nobody remembered to tell the ferry. It still leaves at seven, at noon and at five, with its flag up and its coffee on, and comes back with whoever felt like being on the water for twenty minutes.

Last week that was a wedding, two otters and a man with a cello. The captain takes no fares. “What would I charge for?” she asks. “You end up where you were.”`,
	},
	{
		title: 'How to read a tide table',
		by: 'ines',
		in: ['harbour', 'walks'],
		tags: [
			'tide',
			'moon',
			'charts',
			'equinox',
			'fog',
			'bells',
			'pilots',
			'compass',
			'lighthouse',
			'cliffs',
			'coves',
			'caves',
		],
		picture: 'night',
		rating: 4,
		drafts: ['A tide table has four columns.', 'A tide table has four columns and one secret.'],
		text: `A tide table has four columns and one secret: the numbers are promises made by the moon, and the wind may break them.

## The columns

- The day, which you know.
- High water, twice.
- Low water, twice.
- The height, which decides whether you get wet.

Add an hour in summer, because the moon does not change its clocks. Then go down to the steps and look. If the third step is dry, the table and the sea agree.`,
	},
	{
		title: 'Saturday, six o’clock, the fish market',
		by: 'tomas',
		in: ['markets', 'harbour'],
		tags: ['fish', 'herring', 'scales', 'markets', 'gossip'],
		picture: 'market',
		text: `By six the scales are wiped and the first price has been called, refused, and called again. Nobody shouts; it is too early to shout. The auctioneer raises an eyebrow and a crate of herring changes hands.

At half past, the gulls hold an auction of their own. By seven there is only ice, and the smell of coffee from the customs house.`,
	},
	{
		title: 'The choir that sings to ships',
		by: 'edith',
		in: ['town', 'harbour'],
		tags: ['choirs', 'music', 'fog', 'bells'],
		picture: 'harbour-fog',
		text: `In fog the bell at the end of the pier is hard to tell from the bell on the church, and so, since 1911, there has been a choir. It stands where the pier begins and sings one hymn in two keys: one for “come in”, one for “wait”.

Radar made it unnecessary. Thursday’s rehearsal is full all the same, and last winter a Danish trawler answered in three parts.`,
	},
	{
		title: 'What the customs house kept',
		by: 'ines',
		in: ['town'],
		tags: ['customs', 'cargo', 'letters', 'shipwreck', 'ink'],
		picture: 'harbour-evening',
		rating: 3,
		text: `Under the stairs of the customs house there is a cupboard, and in the cupboard are the things that nobody declared. A crate of left shoes. Nine barometers, all pointing to Change. A parrot cage with a library card in it.

We have been allowed to catalogue them. If one of the shoes is yours, bring the other.`,
	},
	{
		title: 'Chess on the sea wall',
		by: 'jun',
		in: ['town'],
		tags: ['chess', 'benches', 'wind', 'neighbours'],
		picture: 'harbour-noon',
		text: `The pieces are heavy because of the wind; the kings are lead and used to be sinkers. A game is over at checkmate or at high water, whichever comes first, and the better players have learned to count both.

I lost to a girl of nine, who apologised and then explained, slowly, where I had gone wrong.`,
	},
];
