/**
 * Users, and the passwords of their applications. Declarations only.
 */

import type { AvatarUrls, Context, In, Linked, WithMeta, Writable } from './shapes.ts';

/** https://developer.wordpress.org/rest-api/reference/users/ */
export type User<C extends Context = 'view'> = In<C, UserEmbed, UserView, UserEdit>;

export interface UserEmbed extends Linked {
	id: number;
	/** The name to be shown. */
	name: string;
	url: string;
	description: string;
	/** Of the page with the user's posts. */
	link: string;
	slug: string;
	/** Absent where the site shows no avatars. */
	avatar_urls?: AvatarUrls;
}

export interface UserView extends UserEmbed, WithMeta {}

export interface UserEdit extends UserView {
	/** The name to log in with. */
	username: string;
	first_name: string;
	last_name: string;
	email: string;
	nickname: string;
	/** '' for the site's own. */
	locale: string;
	registered_date: string;
	roles: string[];
	capabilities: Record<string, boolean>;
	extra_capabilities: Record<string, boolean>;
}

/** A password can be set, and is never sent. */
export interface UserWrite extends Writable<UserEdit> {
	password?: string;
}

/** https://developer.wordpress.org/rest-api/reference/application-passwords/ */
export type ApplicationPassword<C extends Context = 'view'> = In<
	C,
	ApplicationPasswordEmbed,
	ApplicationPasswordView,
	ApplicationPasswordEdit
>;

export interface ApplicationPasswordEmbed extends Linked {
	uuid: string;
	/** A UUID that the application has given itself, or ''. */
	app_id: string;
	name: string;
}

export interface ApplicationPasswordView extends ApplicationPasswordEmbed {
	created: string;
	last_used: string | null;
	last_ip: string | null;
}

export interface ApplicationPasswordEdit extends ApplicationPasswordView {
	/** Sent once, in the answer to its creation. */
	password?: string;
}
