import type { Overlay } from './page.ts';
export interface Purpose extends Overlay {
	name: string;
	sentence: string;
}
export const purposes: Purpose[] = [];
