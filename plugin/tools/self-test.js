/**
 * The self-test of the screen under Tools: reads, creates, changes, trashes and deletes a draft through the client, step by step.
 */
(function ($, api, { __, sprintf }) {
	const button = $('#backbone-wp-api-self-test');
	const list = $('#backbone-wp-api-steps');
	const title = __('Draft of the self-test of Backbone WP API', 'backbone-wp-api');
	const changedTitle = __('Changed draft of the self-test of Backbone WP API', 'backbone-wp-api');

	/** What is done, in order. Each step gets the same draft, and returns what there is to say of its result. */
	const steps = [
		{
			name: __('Read posts', 'backbone-wp-api'),
			async run() {
				const posts = new api.collections.Posts();
				await posts.fetch({ data: { per_page: 1 } });
				/* translators: %d: a number of posts. */
				return sprintf(__('published posts: %d', 'backbone-wp-api'), posts.state.totalObjects);
			},
		},
		{
			name: __('Create a draft', 'backbone-wp-api'),
			async run(draft) {
				await draft.save({ title, status: 'draft' });
				return idOf(draft);
			},
		},
		{
			name: __('Change it', 'backbone-wp-api'),
			async run(draft) {
				await draft.save({ title: changedTitle });
				expectEqual((await readAgain(draft)).title.raw, changedTitle);
				return changedTitle;
			},
		},
		{
			name: __('Move it to the trash', 'backbone-wp-api'),
			async run(draft) {
				await new api.models.Post({ id: draft.id }).destroy();
				expectEqual((await readAgain(draft)).status, 'trash');
				return idOf(draft);
			},
		},
		{
			name: __('Delete it for good', 'backbone-wp-api'),
			async run(draft) {
				await new api.models.Post({ id: draft.id }).destroy({ force: true });
				expectEqual(await countOf(draft), 0);
				return idOf(draft);
			},
		},
	];

	/* translators: %d: the id of a post. */
	const idOf = ({ id }) => sprintf(__('post %d', 'backbone-wp-api'), id);

	/** The post as the server has it now. */
	async function readAgain({ id }) {
		const post = new api.models.Post({ id });
		await post.fetch({ data: { context: 'edit' } });
		return post.attributes;
	}

	/** How many posts the server has by the id of this one: 1 or 0. */
	async function countOf({ id }) {
		const posts = new api.collections.Posts();
		await posts.fetch({ data: { include: [id], status: ['draft', 'trash'], context: 'edit' } });
		return posts.length;
	}

	function expectEqual(found, expected) {
		if (found !== expected) {
			/* translators: 1: what was expected, 2: what was found. */
			throw new Error(sprintf(__('expected “%1$s”, found “%2$s”', 'backbone-wp-api'), expected, found));
		}
	}

	/** Shows a step and how it went. */
	function report({ name }, icon, label, detail) {
		list.append(
			$('<li>').append(
				$('<span class="dashicons" aria-hidden="true">').addClass(icon),
				' ',
				$('<strong>').text(`${name}: ${label}`),
				' ',
				$('<span class="description">').text(detail),
			),
		);
	}

	/** True if all has gone well. What follows a failure is not tried. */
	async function runSteps(draft) {
		let failed = false;
		for (const step of steps) {
			if (failed) {
				report(step, 'dashicons-minus', __('not tried', 'backbone-wp-api'), '');
				continue;
			}
			try {
				report(step, 'dashicons-yes-alt', __('passed', 'backbone-wp-api'), await step.run(draft));
			} catch (error) {
				failed = true;
				report(step, 'dashicons-dismiss', __('failed', 'backbone-wp-api'), error.message);
			}
		}
		return !failed;
	}

	async function run() {
		button.prop('disabled', true);
		list.empty();
		const draft = new api.models.Post();
		const passed = await runSteps(draft);
		if (!passed && draft.id) {
			// Nothing is left behind, even if a step has failed.
			await new api.models.Post({ id: draft.id }).destroy({ force: true }).then(null, () => undefined);
		}
		button.prop('disabled', false).trigger('focus');
		wp.a11y.speak(
			passed
				? __('The self-test has passed.', 'backbone-wp-api')
				: __('The self-test has failed.', 'backbone-wp-api'),
			'assertive',
		);
	}

	button.prop('disabled', !api?.clearSchemaCache).on('click', () => void run());
})(window.jQuery, window.wp.api, window.wp.i18n);
