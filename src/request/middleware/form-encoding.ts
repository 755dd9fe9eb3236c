/**
 * Hosts that block JSON are sent forms instead, where the settings say so.
 */

import type { SettingsInput } from '../../schema/settings.ts';
import { formFields } from '../form-data.ts';
import type { Middleware } from '../request.ts';

export function formEncoding(settings: Pick<SettingsInput, 'emulateJSON'>): Middleware {
	return (request, next) => {
		const { body, data, known } = request;
		if (!settings.emulateJSON || known || data !== undefined || !body) return next(request);
		return next({
			...request,
			data: String(new URLSearchParams(formFields(body))),
			contentType: 'application/x-www-form-urlencoded',
		});
	};
}
