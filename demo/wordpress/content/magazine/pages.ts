// The magazine's pages: two of them with pages below, one of those with a page below it.
import type { Page } from './shapes.ts';

export const pages: Page[] = [
	{
		title: 'About the magazine',
		by: 'admin',
		drafts: ['The Harbour Lamp is a magazine.', 'The Harbour Lamp is a small magazine for a small town.'],
		text: `The Harbour Lamp comes out when there is enough to read, which has so far been four times a year.

It is written by people who do other things for a living, and printed on a press which used to do timetables.`,
		children: [
			{
				title: 'Who we are',
				by: 'edith',
				drafts: ['Six people and a cat.'],
				text: 'Six people, a cat named Comma, and whoever happens to be in the shop.',
				children: [
					{
						title: 'The cat',
						by: 'edith',
						text: 'Comma sleeps between two clauses of the lease. Please do not feed her before noon.',
					},
				],
			},
			{
				title: 'How we print',
				by: 'admin',
				text: 'By hand, on Tuesdays, with the door open because of the fumes.',
			},
			{
				title: 'Write for us',
				by: 'edith',
				text: 'Five hundred words, on paper, about something within walking distance.',
			},
		],
	},
	{
		title: 'Visit',
		by: 'ines',
		text: 'Quay Street 14, behind the coils of rope. Mind the step, and then mind the door.',
		children: [
			{ title: 'By boat', by: 'ines', text: 'Tie up at the third ring. The second one is decorative.' },
			{
				title: 'On foot',
				by: 'ines',
				text: 'Follow the lamps. There are forty; we are behind the nineteenth.',
			},
		],
	},
	{
		title: 'Privacy',
		by: 'admin',
		text: 'We know our readers by name, and have never told anyone.',
	},
];
