/** The page's own jQuery, for the script build, where `import $ from 'jquery'` is aliased to this file. */
export default (globalThis as { jQuery?: unknown }).jQuery;
