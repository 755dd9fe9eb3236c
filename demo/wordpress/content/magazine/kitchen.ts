// Articles about what is cooked and what grows.
import type { Article } from './shapes.ts';

export const kitchen: Article[] = [
	{
		title: 'Bread for people who get up late',
		by: 'tomas',
		in: ['kitchen'],
		tags: ['bread', 'sourdough', 'rye', 'salt'],
		picture: 'market-fog',
		subtitle: 'The oven can wait, and so can you',
		rating: 5,
		drafts: ['Bread can be made in the evening.'],
		text: `Bakers get up at three because their customers get up at seven. You have only yourself to please, so let the dough do the waiting.

Mix it after supper: rye, water, salt, a spoon of the sour. Put it somewhere cold and forget it with a clear conscience. At ten the next morning, heat the oven until you are a little afraid of it.

The crust should sing when it comes out. Listen; it only does it once.`,
	},
	{
		title: 'Marmalade weather',
		by: 'edith',
		in: ['kitchen', 'oranges'],
		tags: ['marmalade', 'honey', 'frost', 'jam'],
		picture: 'orchard',
		rating: 4,
		text: `The oranges come in the second week of January, when there is no other colour left in the harbour. They are ugly, bitter and full of pips, which is exactly right.

Cut the peel by hand, and thinner than you think. A machine will do it faster and you will taste that it was in a hurry. Twelve jars: six to keep, five to give, one that never reaches the shelf.`,
	},
	{
		title: 'In praise of the ugly apple',
		by: 'tomas',
		in: ['kitchen', 'apples'],
		tags: ['russets', 'windfalls', 'cider', 'bramleys'],
		picture: 'orchard-fog',
		text: `A russet looks like something that was left out in the rain, and often it was. Bite through the sandpaper, though, and there is a pear in it, and a nut, and a cold morning.

Supermarkets do not want them. Good. More for the rest of us, at the corner of Mill Lane, in a bucket, with a tin for the money.`,
	},
	{
		title: 'Pruning by moonlight, and other nonsense',
		by: 'ines',
		in: ['orchard'],
		tags: ['pruning', 'grafting', 'moon', 'frost', 'oak'],
		picture: 'night-fog',
		drafts: ['Do not prune by moonlight.', 'Nobody should prune by moonlight.'],
		text: `My uncle pruned by the waning moon and his trees did well. My aunt pruned when her shears were sharp, and hers did better.

Take out what is dead, what crosses, and what grows towards the middle, in that order. Then stop. Most trees are ruined by somebody who was enjoying himself.`,
	},
	{
		title: 'Lentils for twelve, or for one all week',
		by: 'tomas',
		in: ['kitchen'],
		tags: ['lentils', 'onions', 'garlic', 'thyme', 'soup'],
		picture: 'market-evening',
		text: `There is a pot in every house that is too big. This is what it is for.

Onions first, slowly, until the kitchen smells as if somebody had been kind to you. Then lentils, water, thyme, and an hour in which you do something else. Vinegar at the end, always: it is the window that you open.

On Monday it is soup. By Thursday it is a sort of cement, and very good on toast.`,
	},
	{
		title: 'Honey from the customs house roof',
		by: 'edith',
		in: ['kitchen', 'town'],
		tags: ['honey', 'beeswax', 'blossom', 'mint'],
		picture: 'meadow',
		rating: 5,
		text: `Forty thousand bees live above the department of import duties, and not one of them has ever declared anything.

They fly to the lime trees in June and to the sea lavender in August, and you can taste the day on which they changed their minds. This year’s jars are darker. It was the ivy, I think, or else they have found the brewery.`,
	},
	{
		title: 'Blossom watch',
		by: 'edith',
		in: ['orchard', 'apples'],
		tags: ['blossom', 'frost', 'hedges', 'rain'],
		picture: 'meadow-fog',
		text: `Pear on the third of April, plum on the fifth, and then nothing for nine days, while everybody looks at the sky and says that it means nothing.

The apples opened on the eighteenth, all at once, like people leaving a theatre. There was a frost that night. Mr Pike carried his lamps into the orchard and sat up with them. We shall know in September.`,
	},
	{
		title: 'The orange that went to sea twice',
		by: 'jun',
		in: ['oranges', 'harbour'],
		tags: ['cargo', 'customs', 'postcards', 'ferry'],
		picture: 'harbour-moonlight',
		text: `It left Valencia in a crate of two hundred and arrived here as the only one without a sticker. The customs officer, a careful man, sent it back.

It returned in March with a sticker, a stamp, a certificate in two languages, and mould. He framed the certificate.`,
	},
];
