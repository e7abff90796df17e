export const lastPlaceCookie = 'last';

export interface LastPlace {
  readonly slug: string;
  readonly address: string;
}

/** Where this browser read last: `<slug>/<address>`, kept in the browser alone. */
export function asLastPlace(value: string | undefined): LastPlace | null {
  const match = /^([a-z0-9-]{1,64})\/([0-9a-z.-]{1,170})$/.exec(value ?? '');
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { slug: match[1], address: match[2] };
}
