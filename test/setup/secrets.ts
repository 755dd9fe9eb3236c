/** Requests that carried a secret come in, from pages that a test has opened; secrets that went to two origins go out. */
interface Carried {
	url: string;
	/** Names in lower case. */
	headers: Record<string, string>;
}

const pages: Carried[][] = [];

/** Watches what one page, or one browser context, sends: requests may be added to the list until the test is over. */
export function watchSecrets(sent: Carried[]): void {
	pages.push(sent);
}

export const secretsThatWentAstray = (): string[] => pages.flatMap(leaksOf);

function leaksOf(sent: Carried[]): string[] {
	const origins = new Map<string, Set<string>>();
	for (const { url, headers } of sent) {
		for (const name of ['x-wp-nonce', 'authorization']) {
			const secret = headers[name] && `${name} ${headers[name]}`;
			if (secret) origins.set(secret, (origins.get(secret) ?? new Set()).add(new URL(url).origin));
		}
	}
	return [...origins]
		.filter(([, { size }]) => size > 1)
		.map(([secret, to]) => `${secret}: ${[...to].join()}`);
}
