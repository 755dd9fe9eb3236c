/**
 * The table "Routes and classes" of the screen under Tools: each route of a namespace, its methods, and the classes that stand for it.
 */
(function ($, _, api, { __, _n, sprintf }) {
	const body = $('#backbone-wp-api-routes');
	const namespaces = $('#backbone-wp-api-namespace');
	const search = $('#backbone-wp-api-search');
	const count = $('#backbone-wp-api-count');

	/** The rows of the table: `[ { route, methods, classes } ]`. */
	function rowsOf(endpoint) {
		const namesOf = namesByRoute(endpoint);
		return Object.entries(endpoint.get('schema').routes).map(([route, { methods }]) => ({
			route,
			methods: [...new Set(methods)],
			classes: namesOf.get(route) ?? [],
		}));
	}

	/** Route to the names of its classes: `models.Post`. A class may have two. */
	function namesByRoute(endpoint) {
		const names = new Map();
		for (const kind of ['models', 'collections']) {
			const classes = { ...endpoint.get(kind), ...api[kind] };
			for (const [name, Class] of Object.entries(classes)) {
				const route = Class?.prototype?.route?.index;
				names.set(route, [...(names.get(route) ?? []), `${kind}.${name}`]);
			}
		}
		return names;
	}

	function rowElement({ route, methods, classes }) {
		const codes = (texts) => texts.flatMap((text) => [$('<code>').text(text), ' ']);
		return $('<tr>').append(
			$('<td>').append(codes([route])),
			$('<td>').text(methods.join(', ')),
			$('<td>').append(classes.length ? codes(classes) : $('<span aria-hidden="true">—</span>')),
		);
	}

	/** Hides the rows without the words that are searched for. */
	function filter() {
		const words = search.val().toLowerCase().split(/\s+/);
		const rows = body.children().get();
		const found = rows.filter((row) => {
			const text = row.textContent.toLowerCase();
			row.hidden = !words.every((word) => text.includes(word));
			return !row.hidden;
		});
		count.text(
			/* translators: %d: a number of routes. */
			sprintf(_n('%d route', '%d routes', found.length, 'backbone-wp-api'), found.length),
		);
	}

	function show(endpoint) {
		body.empty().append(rowsOf(endpoint).map(rowElement));
		filter();
	}

	function showError(error) {
		body.empty().append($('<tr>').append($('<td colspan="3">').text(error.message)));
		count.text('');
	}

	function load() {
		const chosen = namespaces.val();
		body.empty().append($('<tr>').append($('<td colspan="3">').text(__('Loading…', 'backbone-wp-api'))));
		const isStillChosen =
			(act) =>
			(...args) =>
				namespaces.val() === chosen && act(...args);
		api.init({ versionString: `${chosen}/` }).then(isStillChosen(show), isStillChosen(showError));
	}

	if (api?.clearSchemaCache) {
		load();
		namespaces.on('change', load);
		search.on('input', filter);
		search.on(
			'input',
			_.debounce(() => wp.a11y.speak(count.text()), 500),
		);
	}
})(window.jQuery, window._, window.wp.api, window.wp.i18n);
