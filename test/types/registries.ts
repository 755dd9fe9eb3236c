/** Names of classes: those there are, those that may be, and those that are added by declaration merging. */
import { expectTypeOf } from 'expect-type';
import type {
	Article,
	ArticleModel,
	CollectionRegistry,
	Context,
	MenuItemModel,
	ModelRegistry,
	ResourceCollection,
	Term,
	TermMethods,
} from '../../src/resources.ts';
import type { BaseCollection } from '../../src/classes/collection.ts';
import type { CollectionClass, ModelClass } from '../../src/seams.ts';

type Book<C extends Context = 'view'> = Article<C> & { genres: number[] };
interface BookModel extends ArticleModel<Book>, TermMethods<{ genres: Term }> {}

declare module '../../src/resources.ts' {
	interface WPApiModels {
		Book: ModelClass<BookModel>;
	}
	interface WPApiCollections {
		Books: CollectionClass<ResourceCollection<BookModel, Book>>;
	}
	interface Meta {
		mood?: 'calm' | 'stormy';
	}
	interface Settings {
		lamp_colour: string;
	}
	interface PageEmbed<C> {
		tide: C extends 'edit' ? number : string;
	}
}

declare const api: { models: ModelRegistry; collections: CollectionRegistry };

// Known: no check
expectTypeOf(api.models.Post).not.toBeUndefined();
expectTypeOf(new api.models.UsersMe().get('name')).toEqualTypeOf<string | undefined>();
expectTypeOf(new api.collections.Users().models[0]?.get('name')).toEqualTypeOf<string | undefined>();

// There, if the site has it
expectTypeOf(api.models.MenuItem).extract<undefined>().toEqualTypeOf<undefined>();
// @ts-expect-error -- there may be none on this site
new api.models.MenuItem();
if (api.models.MenuItem) expectTypeOf(new api.models.MenuItem()).toEqualTypeOf<MenuItemModel>();

// Of some plugin
expectTypeOf(api.models.Whatever).toEqualTypeOf<ModelClass | undefined>();
expectTypeOf(api.collections.Whatevers).toEqualTypeOf<CollectionClass<BaseCollection> | undefined>();
// @ts-expect-error -- there may be none on this site
new api.models.Whatever();
if (api.models.Whatever) {
	const whatever = new api.models.Whatever({ any: 'field' });
	whatever.set('other', 1).save({ third: true });
	whatever.get('any');
}

// Added
const book = new api.models.Book({ title: 'Words' });
expectTypeOf(book.get('genres')).toEqualTypeOf<number[] | undefined>();
expectTypeOf(new api.collections.Books().models).toEqualTypeOf<BookModel[]>();
// @ts-expect-error -- there is no such field
book.get('genre');
expectTypeOf(new api.models.Post().getMeta('mood')).toEqualTypeOf<'calm' | 'stormy' | undefined>();
expectTypeOf(new api.models.Post().getMeta('subtitle')).toEqualTypeOf<unknown>();
expectTypeOf(new api.models.Settings().get('lamp_colour')).toEqualTypeOf<string | undefined>();
expectTypeOf(new api.models.Page().get('tide')).toEqualTypeOf<string | undefined>();
expectTypeOf(new api.models.Page<'edit'>().get('tide')).toEqualTypeOf<number | undefined>();
