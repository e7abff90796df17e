import encodeQR from 'qr';

export interface QrPicture {
  /** Of the viewBox. */
  readonly size: number;
  /** What is dark, as the `d` of a path. */
  readonly path: string;
}

/** Empty modules around, which a camera needs. */
const quiet = 4;

/** An address for a camera, one unit a module; runs of dark ones are drawn as one. */
export function qrPicture(text: string): QrPicture {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const path = rows
    .flatMap((row, y) =>
      [
        ...row
          .map((dark) => (dark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ].map(
        ({ index, 0: run }) =>
          `M${String(index)} ${String(y)}h${String(run.length)}v1h-${String(run.length)}z`,
      ),
    )
    .join('');
  return { size: rows.length, path };
}
