/**
 * The row "Schema" of the screen under Tools: how large the schema is, how long ago it was read, and the button that forgets it.
 */
(function ($, api, { __, _n, sprintf }) {
	const facts = $('#backbone-wp-api-schema');
	const forget = $('#backbone-wp-api-forget');

	/** When this tab's copy was read, in milliseconds since 1970; undefined where there is none. */
	function readAt() {
		const { root, schemaVersion } = window.wpApiSettings;
		try {
			const copy = sessionStorage.getItem(`wp-api-schema-model-compact:${root}wp/v2/${schemaVersion}`);
			// The first line of the copy says when it was made.
			return JSON.parse(copy.slice(0, copy.indexOf('\n'))).time;
		} catch {
			return undefined; // There is no copy, or this browser keeps no data of sites.
		}
	}

	function age(time) {
		if (!time) {
			return __('read with this page', 'backbone-wp-api');
		}
		const minutes = Math.floor((Date.now() - time) / 60000);
		return minutes < 1
			? __('read less than a minute ago', 'backbone-wp-api')
			: sprintf(
					/* translators: %d: a number of minutes. */
					_n('read %d minute ago', 'read %d minutes ago', minutes, 'backbone-wp-api'),
					minutes,
				);
	}

	function show(endpoint) {
		const schema = endpoint.get('schema');
		const routes = Object.keys(schema.routes).length;
		const kilobytes = Math.round(JSON.stringify(schema).length / 1000);
		facts.text(
			sprintf(
				/* translators: 1: a number of routes, 2: a size in kilobytes, 3: "read 3 minutes ago". */
				_n('%1$d route, %2$d kB, %3$s', '%1$d routes, %2$d kB, %3$s', routes, 'backbone-wp-api'),
				routes,
				kilobytes,
				age(readAt()),
			),
		);
	}

	function showError(error) {
		/* translators: %s: the reason. */
		facts.text(sprintf(__('Not to be had: %s', 'backbone-wp-api'), error.message));
	}

	function load(promise) {
		forget.prop('disabled', true);
		return promise.then(show, showError).always(() => forget.prop('disabled', false));
	}

	if (!api?.clearSchemaCache) {
		facts.text(__('This file is not the one of this plugin.', 'backbone-wp-api'));
		forget.remove();
		return;
	}
	load(api.loadPromise);
	forget.on('click', () => {
		api.clearSchemaCache();
		facts.text(__('Loading…', 'backbone-wp-api'));
		load(api.refresh()).then(() => {
			forget.trigger('focus');
			wp.a11y.speak(facts.text());
		});
	});
})(window.jQuery, window.wp.api, window.wp.i18n);
