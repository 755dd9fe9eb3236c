// What a theme writes that uses the client as a module.
import { connect } from 'backbone-wp-api';
import Backbone from 'backbone';
import $ from 'jquery';
import _ from 'underscore';

const api = connect(window.wpApiSettings);
const posts = new api.collections.Posts();

window.moduleSaw = api.loadPromise
	.then(() => posts.fetch({ data: { per_page: 2 } }))
	.then(() => ({
		posts: posts.length,
		isOfPage: [Backbone === window.Backbone, $ === window.jQuery, _ === window._],
		settings: Object.keys(window.wpApiSettings).sort(),
	}));
