/** A model or a list comes in; the order of what happens to it goes out, with options for a request that write it down. */
export function watch(subject: any): { seen: string[]; options: any } {
	const seen: string[] = [];
	for (const name of ['request', 'sync', 'error']) subject.on(name, () => seen.push(name));
	const note =
		(name: string) =>
		(...args: any[]) =>
			void seen.push(`${name}/${args.length}`);
	return { seen, options: { success: note('success'), error: note('error'), complete: note('complete') } };
}
