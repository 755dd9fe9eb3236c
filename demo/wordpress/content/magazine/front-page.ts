// The magazine's own front page, in place of the theme's, which shows an architect's. Blocks that WordPress 6.2 and newer know.

const articles = `<!-- wp:query {"query":{"perPage":9,"postType":"post","order":"desc","orderBy":"date","sticky":"exclude"},"align":"wide","layout":{"type":"default"}} -->
<div class="wp-block-query alignwide"><!-- wp:post-template {"layout":{"type":"grid","columnCount":3}} -->
<!-- wp:post-featured-image {"isLink":true,"aspectRatio":"3/2"} /-->
<!-- wp:post-title {"isLink":true,"fontSize":"large"} /-->
<!-- wp:post-date /-->
<!-- wp:post-excerpt {"excerptLength":24} /-->
<!-- /wp:post-template -->
<!-- wp:query-pagination {"layout":{"type":"flex","justifyContent":"space-between"}} -->
<!-- wp:query-pagination-previous /-->
<!-- wp:query-pagination-next /-->
<!-- /wp:query-pagination --></div>
<!-- /wp:query -->`;

const home = `<!-- wp:template-part {"slug":"header","theme":"%theme%","tagName":"header"} /-->
<!-- wp:group {"tagName":"main","layout":{"type":"constrained"}} -->
<main class="wp-block-group"><!-- wp:heading {"level":1,"align":"wide"} -->
<h1 class="wp-block-heading alignwide">A small magazine for a small town</h1>
<!-- /wp:heading -->
${articles}</main>
<!-- /wp:group -->
<!-- wp:template-part {"slug":"footer","theme":"%theme%","tagName":"footer"} /-->`;

const footer = `<!-- wp:group {"align":"wide","layout":{"type":"constrained"},"style":{"spacing":{"padding":{"top":"2rem","bottom":"2rem"}}}} -->
<div class="wp-block-group alignwide" style="padding-top:2rem;padding-bottom:2rem"><!-- wp:paragraph {"align":"center"} -->
<p class="has-text-align-center">The Harbour Lamp, Quay Street 14, behind the coils of rope. Mind the step.</p>
<!-- /wp:paragraph --></div>
<!-- /wp:group -->`;

/** Post type, slug and content, as the site editor keeps what somebody has changed. `%theme%` is the theme in use. */
export const frontPage = [
	{ type: 'wp_template', slug: 'home', title: 'Front page', content: home },
	{ type: 'wp_template_part', slug: 'footer', title: 'Footer', content: footer },
];
