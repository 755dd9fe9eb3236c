// Articles about walks, and three which are not out yet.
import type { Article } from './shapes.ts';

export const walks: Article[] = [
	{
		title: 'Nine stiles and a pub',
		by: 'ines',
		in: ['walks'],
		tags: ['stiles', 'paths', 'hedges', 'boots'],
		picture: 'hills',
		subtitle: 'Four miles, or five if you miss the gap',
		rating: 5,
		drafts: ['Start at the church.', 'Start at the church and go up.'],
		text: `Start behind the church, where the wall has a gap that is older than the wall. The first three stiles are easy. The fourth has a dog, who is easy too, if you know about the biscuit.

From the sixth you see both coasts. Do not hurry this part. The ninth lets you out beside the Pilot’s Rest, whose door you will have to duck through, and whose soup you have by now deserved.`,
	},
	{
		title: 'The marsh before breakfast',
		by: 'edith',
		in: ['walks'],
		tags: ['marsh', 'herons', 'otters', 'fog'],
		picture: 'marsh',
		text: `There is half an hour, just before the sun gets over the sea wall, in which the marsh has no edges. The herons stand about like furniture under sheets.

Go quietly and go alone; two people are a conversation. I have seen the otter four times, and each time it had seen me first.`,
	},
	{
		title: 'Walking home by the stars',
		by: 'ines',
		in: ['walks'],
		tags: ['stars', 'moon', 'paths', 'owls'],
		picture: 'night-evening',
		text: `Turn your torch off. It takes twenty minutes for your eyes to come back, and they are hurt, at first, that you did not trust them.

Keep the Plough over your left shoulder as far as the mill. After that the path is paler than the grass, and the owls will tell you about the ditch.`,
	},
	{
		title: 'A map of all the benches',
		by: 'jun',
		in: ['walks', 'town'],
		tags: ['benches', 'maps', 'cliffs', 'chess'],
		picture: 'hills-fog',
		rating: 4,
		text: `There are sixty-one, if you count the fallen elm, and I do. I have sat on every one of them for as long as it takes to eat an apple, and marked each for wind, view and company.

Best for wind: the one below the lighthouse, which has none. Best view: the same. Best company: by the school gate at three, when the chess players come down.`,
	},
	{
		title: 'Foxes on Mill Lane',
		by: 'tomas',
		in: ['walks', 'town'],
		tags: ['foxes', 'bread', 'frost'],
		picture: 'marsh-fog',
		text: `I meet her at a quarter to four, when I go to light the oven and she is on her way home. We have an agreement: I do not look, and she does not run.

This winter there were two small ones behind her. On Friday one of them looked. I think it will be all right.`,
	},
	{
		title: 'The bridge that counts',
		by: 'ines',
		in: ['walks'],
		tags: ['bridges', 'chalk', 'school'],
		picture: 'hills-evening',
		text: `Every plank of the footbridge has a number, chalked by somebody who was learning to count and carried on. They go up to two hundred and six. There are two hundred and five planks.

I have been across eleven times to find the mistake. A boy fishing there told me that the water counts too.`,
	},
	{
		title: 'Low water, long shadows',
		by: 'admin',
		in: ['walks', 'harbour'],
		tags: ['tide', 'coves', 'equinox', 'gulls'],
		picture: 'dusk-evening',
		rating: 5,
		text: `Twice a year the sea goes out as if it had forgotten something, and you can walk round the headland to the cove which has no path.

You have an hour and ten minutes. There is a rusted boiler, a door in the rock with nothing behind it, and the flattest stones on this coast. Turn back when the gulls do.`,
	},
];

export const unpublished: Article[] = [
	{
		title: 'Interview with a lighthouse',
		by: 'admin',
		in: ['harbour'],
		tags: ['lighthouse'],
		picture: 'night-noon',
		status: 'draft',
		text: 'It has been answering the same question for two hundred years, and I still have not found out what the question is.',
	},
	{
		title: 'Notes on knots',
		by: 'jun',
		in: ['workshop'],
		tags: ['knots', 'ropes'],
		picture: 'workshop-dawn',
		status: 'pending',
		text: 'A good knot can be undone by the person who did not tie it.',
	},
	{
		title: 'The accounts, for the accountant',
		by: 'admin',
		in: ['town'],
		tags: ['coins'],
		picture: 'market-noon',
		status: 'private',
		text: 'We have spent a little more on ink than on everything else together.',
	},
];
