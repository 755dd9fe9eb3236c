// The picture of an item: chosen, or dropped, it is uploaded at once; the item gets it when the item is saved.
import Backbone from 'backbone';
import type { MediaModel } from '../../src/index.ts';
import { WPApiError } from '../../src/index.ts';
import type { App, Item } from '../app.ts';
import { fill, html } from '../html.ts';
import { attempt } from '../problems.ts';
import { showPicture } from './related.ts';

export class PictureField extends Backbone.View<Item> {
	app: App;
	/** Uploaded on this screen, so that its description can be saved with the item. */
	uploaded: MediaModel | undefined;
	uploading: AbortController | undefined;

	constructor(app: App, model: Item) {
		super({
			model,
			tagName: 'fieldset',
			className: 'picture-field',
			events: {
				'change [type=file]': 'choose',
				'dragover .drop': 'dragOver',
				'dragleave .drop': 'dragEnd',
				'drop .drop': 'drop',
				'click .remove': 'removePicture',
				'click .cancel': 'cancel',
			},
		});
		this.app = app;
	}

	override render(): this {
		fill(
			this.el,
			html`<legend>Picture</legend>
				<div class="drop">
					<div class="picture"></div>
					<div class="buttons">
						<label class="button"
							>Choose a picture<input
								type="file"
								class="unseen"
								accept="image/*"
								aria-describedby="drop-hint"
						/></label>
						<span class="hint" id="drop-hint">or drop one here</span>
						<button type="button" class="button remove">No picture</button>
					</div>
					<div class="progress" hidden>
						<progress max="1" value="0" aria-label="Upload"></progress>
						<span role="status"></span>
						<button type="button" class="button small cancel">Cancel</button>
					</div>
					<div class="describe" hidden>
						<label for="alt">What the picture shows, for those who cannot see it</label>
						<input id="alt" autocomplete="off" />
					</div>
				</div>
				<div class="problems"></div>`,
		);
		this.show();
		return this;
	}

	override remove(): this {
		this.cancel();
		return super.remove();
	}

	show(): void {
		const hasPicture = Boolean(this.model.get('featured_media'));
		const $picture = this.$('.picture').empty().prop('hidden', !hasPicture);
		this.$('.remove').prop('hidden', !hasPicture);
		this.$('.describe').prop('hidden', !this.uploaded);
		void attempt(this.$('.problems'), () => showPicture(this.model, $picture));
	}

	choose({ target }: { target: HTMLInputElement }): void {
		const [file] = target.files ?? [];
		// The same file can be chosen again.
		if (file) void this.upload(file).then(() => (target.value = ''));
	}

	dragOver(event: JQuery.DragOverEvent): void {
		event.preventDefault();
		this.$('.drop').addClass('over');
	}

	dragEnd(): void {
		this.$('.drop').removeClass('over');
	}

	drop(event: JQuery.DropEvent): void {
		event.preventDefault();
		this.dragEnd();
		const [file] = event.originalEvent?.dataTransfer?.files ?? [];
		if (file) void this.upload(file);
	}

	async upload(file: File): Promise<void> {
		this.cancel();
		const uploading = (this.uploading = new AbortController());
		const media = new this.app.api.models.Media();
		const $bar = this.$('.progress');
		await attempt(this.$('.problems'), async () => {
			if (!file.type.startsWith('image/')) {
				throw new WPApiError('demo_no_picture', `“${file.name}” is not a picture.`);
			}
			$bar.prop('hidden', false);
			this.showProgress(0);
			try {
				await media.upload(file, {
					signal: uploading.signal,
					onProgress: ({ loaded, total }) => this.showProgress(loaded / total),
				});
			} finally {
				if (this.uploading === uploading) $bar.prop('hidden', true);
			}
			this.uploaded = media;
			this.model.set('featured_media', media.id);
			this.show();
			this.$('#alt').val('').trigger('focus');
		});
	}

	showProgress(done: number): void {
		this.$('progress').val(done);
		// WordPress makes its smaller sizes before it answers.
		this.$('.progress [role=status]').text(
			done < 1 ? `${Math.round(done * 100)} %` : 'Uploaded. WordPress makes smaller copies …',
		);
	}

	cancel(): void {
		this.uploading?.abort();
		this.$('.progress').prop('hidden', true);
	}

	removePicture(): void {
		this.uploaded = undefined;
		if (this.model.isNew()) this.model.unset('featured_media');
		else this.model.set('featured_media', 0);
		this.show();
		this.$('[type=file]').trigger('focus');
	}

	/** The description of a new picture, which has a place of its own in WordPress. */
	async saveDescription(): Promise<void> {
		const alt_text = String(this.$('#alt').val() ?? '').trim();
		if (this.uploaded && alt_text && alt_text !== this.uploaded.get('alt_text')) {
			await this.uploaded.save({ alt_text }, { patch: true });
		}
	}
}
