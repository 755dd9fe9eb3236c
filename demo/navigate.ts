// Shows another screen at once, not when the browser gets round to it: what is said afterwards is said on the new screen.
import Backbone from 'backbone';

export function navigate(place: string): void {
	Backbone.history.navigate(place, { trigger: true });
}
