// Pixels of three bytes, in; a PNG file, out. See https://www.w3.org/TR/png-3/.
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const pack = promisify<Buffer, { level: number }, Buffer>(deflate);

export async function encodePng(pixels: Buffer, width: number, height: number): Promise<Buffer> {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Eight bits a channel, red, green and blue.
	header.set([8, 2], 8);
	const data = await pack(filter(pixels, width * 3), { level: 6 });
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', data),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** Each row is preceded by the name of its filter, here 0: as it is. */
function filter(pixels: Buffer, stride: number): Buffer {
	const rows = pixels.length / stride;
	const filtered = Buffer.alloc(pixels.length + rows);
	for (let row = 0; row < rows; row++) {
		pixels.copy(filtered, row * (stride + 1) + 1, row * stride, (row + 1) * stride);
	}
	return filtered;
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
