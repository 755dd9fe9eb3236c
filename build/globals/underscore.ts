/** The page's own Underscore, for the script build, where `import _ from 'underscore'` is aliased to this file. */
export default (globalThis as { _?: unknown })._;
