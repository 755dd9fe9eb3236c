/** The copy of underscore that is on the page already. */
export default window._;
