/** The copy of jquery that is on the page already. */
export default window.jQuery;
