/** What has become of a model, a list or a promise when a sequence is over. */
import type { Recorder } from './record.ts';

export function endOf(recorder: Recorder, thing: any): unknown {
	if (thing?.models)
		return {
			models: thing.models.map((model: any) => [recorder.nameOf(model), recorder.plain(model.attributes)]),
			state: recorder.plain({ ...thing.state }),
			parent: recorder.plain(thing.parent),
		};
	if (!thing?.attributes) return typeof thing?.state === 'function' ? thing.state() : typeof thing;
	return {
		attributes: recorder.plain(thing.attributes),
		changed: recorder.plain(thing.changed),
		isNew: thing.isNew(),
		id: recorder.plain(thing.id),
		url: recorder.plain(urlOf(thing)),
		force: thing.methods?.includes('DELETE') ? recorder.plain(thing.requireForceForDelete) : 'any',
		collection: recorder.plain(thing.collection),
	};
}

function urlOf(thing: any): unknown {
	try {
		return typeof thing.url === 'function' ? thing.url() : thing.url;
	} catch (error) {
		return error;
	}
}
