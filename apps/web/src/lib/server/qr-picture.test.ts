import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrPicture, type QrPicture } from './qr-picture.ts';

/** What a camera would see, three pixels a module, with the edge. */
function photograph({ size, path }: QrPicture) {
  const scale = 3;
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let at = Number(x) * scale; at < (Number(x) + Number(length)) * scale; at++)
        data.fill(0, (row * width + at) * 4, (row * width + at) * 4 + 3);
  return { width, height: width, data };
}

test.each([
  'http://localhost:3000/join/ABCD1234',
  `https://${'long-name.'.repeat(12)}example.org/join/0Z9Y8X7W`,
])('a camera reads %s', (link) => {
  expect(decodeQR(photograph(qrPicture(link)))).toBe(link);
});
