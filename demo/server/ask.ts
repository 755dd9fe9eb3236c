// One request from the command line to a site that may be anything, or nothing at all.

export interface Asked {
	status: number;
	/** The header `Link`. */
	link: string;
	text: string;
	/** Where redirections have led to. */
	url: string;
}

/** Rejects, with what to do, where nothing answers in time. */
export async function ask(
	address: string,
	{ timeout, authorization }: { timeout: number; authorization?: string },
): Promise<Asked> {
	try {
		const response = await fetch(address, {
			signal: AbortSignal.timeout(timeout),
			headers: authorization ? { authorization } : {},
		});
		const { status, headers, url } = response;
		return { status, url, link: headers.get('link') ?? '', text: await response.text() };
	} catch (error) {
		throw new Error(whyNot(address, timeout, error), { cause: error });
	}
}

/** The JSON of an answer; an empty object where it is something else. */
export function decode(text: string): Record<string, unknown> {
	try {
		return Object(JSON.parse(text)) as Record<string, unknown>;
	} catch {
		return {};
	}
}

function whyNot(address: string, timeout: number, error: unknown): string {
	if ((error as Error).name === 'TimeoutError') {
		return `${address} has not answered within ${timeout / 1000} seconds. Try again, or check the address.`;
	}
	const { code } = Object((error as Error).cause) as { code?: string };
	return `Nothing answers at ${address}${code ? ` (${code})` : ''}. Check the address.`;
}
