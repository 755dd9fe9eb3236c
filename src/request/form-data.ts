/**
 * Attributes come in; the fields of a form go out, in PHP's array notation: `meta[isbn]`, `tags[0]`.
 */

type Field = [name: string, value: string];

/** They are taken as JSON has them: a Date as text, and nothing of what is `undefined`. */
export function formFields(attributes: object): Field[] {
	return fieldsOf(JSON.parse(JSON.stringify(attributes)), '');
}

/** An empty list and `null` become an empty text, which WordPress reads as such; an empty `meta` it refuses in that form. */
function fieldsOf(value: unknown, name: string): Field[] {
	if (Object(value) !== value) return [[name, String(value ?? '')]];
	const entries = Object.entries(value as object);
	if (Array.isArray(value) && !entries.length) return [[name, '']];
	return entries.flatMap(([key, inner]) => fieldsOf(inner, name ? `${name}[${key}]` : key));
}
