/** The page's own Backbone, for the script build, where `import Backbone from 'backbone'` is aliased to this file. */
export default (globalThis as { Backbone?: unknown }).Backbone;
