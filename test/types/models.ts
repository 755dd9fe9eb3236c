/** Models with fields: what compiles, and on the lines marked so, what must not. */
import Backbone from 'backbone';
import { expectTypeOf } from 'expect-type';
import type {
	AnyLinked,
	Article,
	ArticleModel,
	AutosavesCollection,
	BlockModel,
	CategoryModel,
	CollectionRegistry,
	CommentModel,
	CommentsCollection,
	Context,
	FoundTerm,
	Media,
	MediaModel,
	ModelRegistry,
	Category,
	PageModel,
	PagesCollection,
	Post,
	PostModel,
	RevisionsCollection,
	Settings,
	Term,
	TermMethods,
	UserModel,
} from '../../src/resources.ts';
import type { BaseModel } from '../../src/classes/model.ts';
import type { WPApiXHR } from '../../src/seams.ts';

declare const page: PageModel;
declare const category: CategoryModel;
declare const comment: CommentModel;
declare const api: { models: ModelRegistry; collections: CollectionRegistry };

const post = new api.models.Post({ title: 'Words', status: 'draft' });
const edited = new api.models.Post<'edit'>({ id: 7 });

// Reading
expectTypeOf(post).toEqualTypeOf<PostModel>();
expectTypeOf(edited).toEqualTypeOf<PostModel<'edit'>>();
expectTypeOf(post.get('title')).toEqualTypeOf<{ rendered: string } | undefined>();
expectTypeOf(edited.get('title')?.raw).toEqualTypeOf<string | undefined>();
expectTypeOf(edited.get('password')).toEqualTypeOf<string | undefined>();
expectTypeOf(post.get('categories')).toEqualTypeOf<number[] | undefined>();
expectTypeOf(post.get('meta')?.subtitle).toEqualTypeOf<unknown>();
expectTypeOf(post.get('_embedded')?.author?.[0]?.name).toEqualTypeOf<string | undefined>();
expectTypeOf(post.previous('slug')).toEqualTypeOf<string | null | undefined>();
expectTypeOf(post.toJSON().sticky).toEqualTypeOf<boolean | undefined>();
expectTypeOf(post.attributes.link).toEqualTypeOf<string | undefined>();
expectTypeOf(post.clone()).toEqualTypeOf<PostModel>();
expectTypeOf(post.name).toEqualTypeOf<string>();

// @ts-expect-error -- there is no such field
post.get('titel');
// @ts-expect-error -- for those who may edit
post.get('password');
// @ts-expect-error -- so is `raw`
post.get('title')?.raw;
// @ts-expect-error -- there is no such field
post.has('titel');
// @ts-expect-error -- no field of an item, although Backbone has it
post.get('cid');

// Writing
post.set('title', 'Words');
post.set('title', { raw: 'Words' });
post.set({ title: 'Words', content: '<p>More words</p>', excerpt: { raw: '' }, tags: [1, 2] });
post.set('sticky', true, { silent: true });
post.set({ password: 'lamp' }, { silent: true }).set('slug', 'words');
expectTypeOf(post.save({ title: 'Words' })).toEqualTypeOf<WPApiXHR<Post>>();
post.save();
post.save(null, { wait: true });
post.save('status', 'publish', { patch: true });
post.save({ meta: { subtitle: 'Any' } }, { patch: true, success: (model: unknown) => model });
post.fetch({ data: { context: 'edit', _embed: true, anything: 'else' } }).done((answer) => {
	expectTypeOf(answer).toEqualTypeOf<Post>();
});
post.destroy({ force: true, wait: true });
new api.models.Post();
new api.models.Post(null, { parse: true });
expectTypeOf(post.saveChanges()).toEqualTypeOf<WPApiXHR<Post>>();
expectTypeOf(post.hasUnsavedChanges()).toEqualTypeOf<boolean>();
post.saveChanges(null, { wait: true });
post.saveChanges({ title: 'Words', tags: [1] }, { success: () => undefined });
post.saveChanges('status', 'publish', { wait: true });
declare const known: Post;
new api.models.Post(known);
new api.models.User({ username: 'ada', email: 'ada@lamp.example', password: 'secret' }).destroy({
	reassign: 1,
});

// @ts-expect-error -- there is no such field
new api.models.Post({ titel: 'Words' });
// @ts-expect-error -- the wrong kind of value
new api.models.Post({ categories: 'news' });
// @ts-expect-error -- there is no such field
post.set('titel', 'Words');
// @ts-expect-error -- there is no such field
post.set({ titel: 'Words' });
// @ts-expect-error -- the wrong kind of value
post.set('sticky', 'yes');
// @ts-expect-error -- the wrong kind of value
post.set({ title: 7 });
// @ts-expect-error -- there is no such field
post.save({ titel: 'Words' });
// @ts-expect-error -- the wrong kind of value
post.save({ featured_media: 'lamp.png' });
// @ts-expect-error -- the wrong kind of value
post.save('categories', ['news']);
// @ts-expect-error -- there is no such field
post.saveChanges({ titel: 'Words' });
// @ts-expect-error -- the wrong kind of value
post.saveChanges('categories', ['news']);
// @ts-expect-error -- yes or no
post.saveChanges(null, { wait: 'yes' });
// @ts-expect-error -- a user has no title
new api.models.User({ title: 'Words' });

// Related items
expectTypeOf(post.getAuthorUser()).toEqualTypeOf<JQuery.Promise<UserModel>>();
post.getAuthorUser().done((user) => {
	expectTypeOf(user.get('avatar_urls')).toEqualTypeOf<Record<string, string> | undefined>();
});
export async function related(): Promise<void> {
	expectTypeOf(await post.getAuthorUser()).toEqualTypeOf<UserModel>();
	expectTypeOf(await post.getFeaturedMedia()).toEqualTypeOf<MediaModel>();
	expectTypeOf(await post.getRevisions()).toEqualTypeOf<RevisionsCollection>();
	expectTypeOf((await post.getRevisions()).at(0).get('parent')).toEqualTypeOf<number | undefined>();
	expectTypeOf(await post.getAutosaves({ data: { per_page: 3 } })).toEqualTypeOf<AutosavesCollection>();
	expectTypeOf((await post.getComments()).at(0).get('author_name')).toEqualTypeOf<string | undefined>();
	expectTypeOf(await page.getParent()).toEqualTypeOf<PageModel>();
	expectTypeOf(await page.getChildren({ data: { order: 'asc' } })).toEqualTypeOf<PagesCollection>();
	expectTypeOf(await category.getParent()).toEqualTypeOf<CategoryModel>();
	expectTypeOf(await comment.getChildren()).toEqualTypeOf<CommentsCollection>();
	expectTypeOf((await (await post.getRevisions()).at(0).getParent()).get('link')).toEqualTypeOf<
		string | undefined
	>();
	expectTypeOf(await post.getLinked('author')).toEqualTypeOf<UserModel>();
	expectTypeOf(await post.getLinked('replies')).toEqualTypeOf<CommentsCollection>();
	expectTypeOf(await post.getLinked('plugin:thing')).toEqualTypeOf<AnyLinked | AnyLinked[]>();
	expectTypeOf((await post.getTerms('categories')).at(0).get('parent')).toEqualTypeOf<number | undefined>();
	expectTypeOf((await post.getTerms('tags')).pluck('name')).toEqualTypeOf<(string | undefined)[]>();
	expectTypeOf((await book.getTerms('genres')).at(0).get('slug')).toEqualTypeOf<string | undefined>();
	expectTypeOf(await post.getCategories()).toEqualTypeOf<FoundTerm<Category>[]>();
	expectTypeOf((await post.getCategories())[0]!.name).toEqualTypeOf<string>();
	expectTypeOf((await post.getTags())[0]!.count).toEqualTypeOf<number | undefined>();
}
post.setCategories(['apples', 'oranges']);
post.setCategories([1, category, { id: 3 }]);
post.setTags('apples');
post.setTags(new api.collections.Tags());
post.setTags(['ferry', { name: 'Salt & rye' }], { create: true });
post.setTerms('categories', ['apples', 3], { create: true });
// @ts-expect-error -- that is no term
post.setTags([true]);
// @ts-expect-error -- yes or no
post.setTags(['ferry'], { create: 'ferry' });
// @ts-expect-error -- nor is there such an option
post.setTags(['ferry'], { make: true });
// @ts-expect-error -- posts have tags
post.getTerms('tag');
// @ts-expect-error -- and no genres
post.setTerms('genres', [3]);
// @ts-expect-error -- that is a field, and no taxonomy
post.getTerms('sticky');
// @ts-expect-error -- it is a number
post.getComments({ data: { per_page: 'all' } });
// @ts-expect-error -- up or down
page.getChildren({ data: { order: 'sideways' } });
// @ts-expect-error -- links have names
post.getLinked(7);
// @ts-expect-error -- posts stand side by side
post.getParent();
// @ts-expect-error -- what was said about a term, nobody knows
category.getComments();
// @ts-expect-error -- nor is there a list of the autosaves of a comment
comment.getAutosaves();
expectTypeOf(post.getDate()).toEqualTypeOf<Date | false>();
post.setDate(new Date(), 'date_gmt');
expectTypeOf(post.getInstant('modified')).toEqualTypeOf<Date | false>();
post.setInstant('2026-11-20T05:00:00Z', 'date');
// @ts-expect-error -- that field is no date
post.getDate('title');
// @ts-expect-error -- nor is that
post.getInstant('status');
// @ts-expect-error -- it takes a moment
post.setInstant();
expectTypeOf(post.getMeta('subtitle')).toEqualTypeOf<unknown>();
post.setMeta('subtitle', 'Any');
post.setMetas({ subtitle: 'Any' });
// @ts-expect-error -- pages have no tags
new api.models.Page().getTags();
// @ts-expect-error -- nor has a tag an author
new api.models.Tag().getAuthorUser();

// One object, the same in all contexts
expectTypeOf(new api.models.Settings().get('posts_per_page')).toEqualTypeOf<number | undefined>();
expectTypeOf<Parameters<InstanceType<typeof api.models.Settings>['get']>[0]>().toEqualTypeOf<
	keyof Settings
>();

// Wherever a Backbone model will do
expectTypeOf<PostModel>().toExtend<Backbone.Model>();
expectTypeOf<PostModel>().toExtend<BaseModel>();
expectTypeOf<PostModel<'edit'>>().toExtend<PostModel>();
export class PostView extends Backbone.View<PostModel> {
	override render(): this {
		this.$el.html(this.model.get('title')?.rendered ?? '');
		this.listenTo(this.model, 'change:title', () => this.render());
		return this;
	}
}
new PostView({ model: post });

// Calling off
const { signal } = new AbortController();
post.fetch({ signal, timeout: 5000 });
post.save({ title: 'Words' }, { signal });
post.saveChanges(null, { signal });
post.destroy({ signal });
post.getAuthorUser({ signal, fresh: true });
post.getTerms('tags', { fresh: true });
post.getLinked('author', { fresh: true });
post.getFeaturedMedia({ signal });
post.getRevisions({ signal });
post.getAutosaves({ signal });
post.getComments({ signal, data: { per_page: 3 } });
post.getTerms('tags', { signal });
post.getCategories({ signal });
post.setTags(['ferry'], { create: true, signal });
post.getLinked('author', { signal });
post.getLinked('plugin:thing', { signal });
page.getParent({ signal });
page.getChildren({ signal });
// @ts-expect-error -- that is what the signal comes from
post.fetch({ signal: new AbortController() });
// @ts-expect-error -- in milliseconds
post.save(null, { timeout: '5s' });
// @ts-expect-error -- related items are asked for together, all in the same way
post.getAuthorUser({ data: { context: 'edit' } });

// Uploads
const file = new File(['Salt'], 'salt.txt');
const media = new api.models.Media({ title: 'Salt', alt_text: 'Salt' });
expectTypeOf(media.upload(file)).toEqualTypeOf<WPApiXHR<Media>>();
media.upload(new Blob([]), { signal, onProgress: ({ loaded, total }) => loaded / total });
new api.models.Media({ title: 'Salt', file }).save();
media.save(null, { file });
new api.collections.Media().create({ file, title: 'Salt' });
// @ts-expect-error -- a file, and not its name
media.upload('salt.txt');
// @ts-expect-error -- nor is that a file
new api.models.Media({ file: 'salt.txt' });
// @ts-expect-error -- it is told an event
media.upload(file, { onProgress: (loaded: number) => loaded });
// @ts-expect-error -- the server has no such field
media.get('file');
// @ts-expect-error -- posts are written
post.upload(file);

// Fields with dashes and underscores
declare const block: BlockModel;
block.setWpPatternCategory('headers');
expectTypeOf(block.getTerms('wp_pattern_category')).resolves.toHaveProperty('length');

// Subclasses
const Shouted = api.models.Post.extend({
	defaults: { status: 'draft' },
	shout(): string {
		return (this.get('title')?.rendered ?? '').toUpperCase();
	},
});
expectTypeOf(new Shouted({ title: 'Words' }).shout()).toEqualTypeOf<string>();
expectTypeOf(new Shouted<'edit'>().get('title')?.raw).toEqualTypeOf<string | undefined>();
api.models.Post = Shouted;
// @ts-expect-error -- there is no such field
new Shouted({ titel: 'Words' });

// A post type of one's own
type Book<C extends Context = 'view'> = Article<C> & { genres: number[] };
interface BookModel extends ArticleModel<Book>, TermMethods<{ genres: Term }> {}
declare const book: BookModel;
book.save({ title: 'Words', genres: [3] });
expectTypeOf(book.get('genres')).toEqualTypeOf<number[] | undefined>();
expectTypeOf(book.getGenres()).toEqualTypeOf<JQuery.Promise<Term[]>>();
book.setGenres(['novel'], { create: true });
// @ts-expect-error -- there is no such taxonomy
book.getTerms('genre');
book.setGenresWithCollection(new Backbone.Collection());
// @ts-expect-error -- there is no such field
book.get('genre');
// @ts-expect-error -- terms are written by their ids
book.save({ genres: 'novel' });
