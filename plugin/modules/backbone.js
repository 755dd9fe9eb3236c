/** The copy of backbone that is on the page already. */
export default window.Backbone;
