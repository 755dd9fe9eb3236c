/** The shapes of items by context: what compiles, and on the lines marked so, what must not. */
import { expectTypeOf } from 'expect-type';
import type {
	Article,
	Autosave,
	Category,
	Comment,
	Context,
	Media,
	Page,
	Post,
	Revision,
	Settings,
	Tag,
	Taxonomy,
	Term,
	Type,
	User,
	Widget,
	Writable,
} from '../../src/resources.ts';

declare const read: Post;
declare const edited: Post<'edit'>;
declare const embedded: Post<'embed'>;
declare const page: Page;

expectTypeOf(read.title).toEqualTypeOf<{ rendered: string }>();
expectTypeOf(embedded.title).toEqualTypeOf<{ rendered: string }>();
expectTypeOf(edited.title).branded.toEqualTypeOf<{ raw: string; rendered: string }>();
expectTypeOf(edited.content.block_version).toEqualTypeOf<number>();
expectTypeOf(read.content.protected).toEqualTypeOf<boolean>();
expectTypeOf(read.date).toEqualTypeOf<string | null>();
expectTypeOf(read.categories).toEqualTypeOf<number[]>();
expectTypeOf(edited.password).toEqualTypeOf<string>();
expectTypeOf(page.parent).toEqualTypeOf<number>();

// What one context has, those with more have too.
expectTypeOf<Post<'edit'>>().toExtend<Post>();
expectTypeOf<Post>().toExtend<Post<'embed'>>();
expectTypeOf<User<'edit'>>().toExtend<User>();
expectTypeOf<Post<Context>>().toHaveProperty('id');

// @ts-expect-error -- `raw` is for those who may edit
read.title.raw;
// @ts-expect-error -- so is the password
read.password;
// @ts-expect-error -- what is embedded comes without its content
embedded.content;
// @ts-expect-error -- there is no such field
read.titel;
// @ts-expect-error -- posts have no parent
read.parent;
// @ts-expect-error -- pages have no tags
page.tags;
// @ts-expect-error -- there are three contexts
expectTypeOf<Post<'display'>>();

// Words that the editor offers, and those of plugins.
read.status = 'draft';
read.status = 'reviewed';
read.comment_status = 'open';
// @ts-expect-error -- a status is a word
read.status = 7;
// @ts-expect-error -- that is all there is
read.comment_status = 'ajar';

// Links, and what came along by them.
expectTypeOf(read._links?.author?.[0]?.href).toEqualTypeOf<string | undefined>();
expectTypeOf(read._embedded?.author?.[0]?.name).toEqualTypeOf<string | undefined>();
expectTypeOf(read._embedded?.['wp:term']?.[0]?.[0]?.slug).toEqualTypeOf<string | undefined>();
expectTypeOf(read._embedded?.['wp:featuredmedia']?.[0]).toEqualTypeOf<Media<'embed'> | undefined>();
expectTypeOf(read._embedded?.['plugin:thing']).toEqualTypeOf<unknown[] | undefined>();
expectTypeOf(read.meta.subtitle).toEqualTypeOf<unknown>();

expectTypeOf<User<'edit'>['capabilities']>().toEqualTypeOf<Record<string, boolean>>();
expectTypeOf<User['avatar_urls']>().toEqualTypeOf<Record<string, string> | undefined>();
expectTypeOf<Category['parent']>().toEqualTypeOf<number>();
expectTypeOf<Category>().toExtend<Term>();
expectTypeOf<Tag>().toExtend<Term>();
expectTypeOf<Tag>().not.toHaveProperty('parent');
expectTypeOf<Comment<'edit'>['content']['raw']>().toEqualTypeOf<string>();
expectTypeOf<Comment>().not.toHaveProperty('author_email');
expectTypeOf<Media['media_details']['sizes']>().exclude(undefined).toBeObject();
expectTypeOf<Revision['parent']>().toEqualTypeOf<number>();
expectTypeOf<Autosave<'edit'>['preview_link']>().toEqualTypeOf<string>();
expectTypeOf<Settings['posts_per_page']>().toEqualTypeOf<number>();
expectTypeOf<Type<'edit'>['viewable']>().toEqualTypeOf<boolean>();
expectTypeOf<Taxonomy>().not.toHaveProperty('labels');
expectTypeOf<Widget>().not.toHaveProperty('instance');

// What may be written: texts as they are, or as WordPress has them.
type Writing = Writable<Post<'edit'>>;
({ title: 'Words' }) satisfies Writing;
({ title: { raw: 'Words' }, excerpt: { rendered: '<p>Words</p>' }, date: null }) satisfies Writing;
edited satisfies Writing;
// @ts-expect-error -- a text is no number
({ title: 7 }) satisfies Writing;
// @ts-expect-error -- nor is there such a field
({ titel: 'Words' }) satisfies Writing;

// A post type of one's own, both ways.
type Book<C extends Context = 'view'> = Article<C> & { genres: number[] };
interface EditedBook extends Article<'edit'> {
	genres: number[];
}
expectTypeOf<Book['genres']>().toEqualTypeOf<number[]>();
expectTypeOf<Book<'edit'>['content']['raw']>().toEqualTypeOf<string>();
expectTypeOf<EditedBook>().toExtend<Book<'edit'>>();
