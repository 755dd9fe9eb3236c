// The URL of a request, in; the PHP file which answers it, as Apache with WordPress's rewrite rules would choose it, out.

/** `file` in PHP's file system; `name` as seen from outside, `/blog/wp-admin/index.php`; `pathInfo` what came after it in the URL. */
export type Script = { file: string; name: string; pathInfo: string } | { redirect: string };

interface Files {
	isFile(path: string): boolean;
	isDir(path: string): boolean;
}

export const wordpressFolder = '/wordpress';

export function findScript(url: string, sitePath: string, files: Files): Script {
	const prefix = sitePath.replace(/\/$/, '');
	const [path = '/'] = url.split('?');
	const within = normalize(path).slice(prefix.length) || '/';
	const script = (name: string, pathInfo = ''): Script => ({
		file: wordpressFolder + name,
		name: prefix + name,
		pathInfo,
	});

	// '/wp-admin/index.php/what/ever' is the file before '/what/ever'.
	const [, file, pathInfo = ''] = /^(.*?\.php)(\/.*)?$/.exec(within) ?? [];
	if (file !== undefined && files.isFile(wordpressFolder + file)) {
		return script(file, pathInfo);
	}
	if (files.isFile(`${wordpressFolder}${within}/index.php`)) {
		return within.endsWith('/') ? script(`${within}index.php`) : { redirect: url.replace(path, `${path}/`) };
	}
	return script('/index.php');
}

/** Decodes, and resolves '..' so that no URL leaves WordPress's folder. */
function normalize(path: string): string {
	const clean = new URL(path.replace(/^\/+/, '/'), 'http://site').pathname;
	try {
		return decodeURIComponent(clean);
	} catch {
		return clean;
	}
}
