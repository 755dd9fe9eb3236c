// What readers say, by the title of what they say it to.
import type { Comment } from './shapes.ts';

export const comments: Record<string, Comment[]> = {
	'Hello, and mind the step': [
		{
			by: 'Walter Finch',
			text: 'I hit my head. I have subscribed.',
			replies: [{ by: 'admin', text: 'The two often go together. Thank you, Walter.' }],
		},
	],
	'The last lamplighter of Quay Street': [
		{
			by: 'rosa',
			text: 'He left our lamp until last on the night my son was born. I never told him why I asked.',
			replies: [
				{
					by: 'edith',
					text: 'I read this to him this morning. He said that he knew.',
					replies: [{ by: 'rosa', text: 'Of course he did.' }],
				},
			],
		},
		{ by: 'Walter Finch', text: 'Eleven repairs? I count twelve. I held it for one of them.' },
		{ by: 'Nell Abara', text: 'Which council was that, in 1988? My father sat on it and swears it was gas.' },
		{ by: 'jun', text: 'I followed him one evening, for the map of benches. You cannot keep up.' },
		{
			by: 'A former sailor',
			text: 'From outside, the forty lamps are how you know you are home. Thirty-nine, and you are in Port Ellis.',
		},
		{ by: 'Nell Abara', text: 'Father has looked it up. It was electric. He is sulking.' },
		{ by: 'tomas', text: 'He is the only person I see at four in the morning, apart from the fox.' },
		{ by: 'Hana Mori', text: 'Please never explain how the ladder is the same ladder.' },
		{ by: 'ines', text: 'The rungs are elm, the rails are ash, and the argument is two thousand years old.' },
		{ by: 'Walter Finch', text: 'Twelve, then. I will stop now.' },
	],
	'Bread for people who get up late': [
		{
			by: 'Hana Mori',
			text: 'It sang! Nobody had told me that it would be in tune.',
			replies: [{ by: 'tomas', text: 'Rye usually is. Wheat goes sharp.' }],
		},
		{ by: 'Walter Finch', text: 'Mine was silent, but it was eaten.' },
	],
	'The clock that was right once a year': [
		{ by: 'rosa', text: 'There is a fourth committee now, and it agrees with the other three.' },
		{ by: 'Nell Abara', text: 'October cannot come soon enough.' },
	],
	'Nine stiles and a pub': [
		{ by: 'Hana Mori', text: 'The dog has changed his mind about biscuits. He wants cheese.' },
		{ by: 'Walter Finch', text: 'Ten stiles, if you miss the gap twice.' },
	],
};

/** Waits for an editor. */
export const heldBack: Record<string, Comment[]> = {
	'Marmalade weather': [
		{ by: 'Cheap Marmalade Online', text: 'Great article!! Very marmalade. Visit us for more.' },
	],
};
