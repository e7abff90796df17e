/** How much of a container is told. */
export type Representation = 'minimal' | 'iris' | 'descriptions';

const preferences: Readonly<Record<string, Representation>> = {
  'http://www.w3.org/ns/ldp#PreferMinimalContainer': 'minimal',
  'http://www.w3.org/ns/oa#PreferContainedIRIs': 'iris',
  'http://www.w3.org/ns/oa#PreferContainedDescriptions': 'descriptions',
};

/**
 * What a client asks for by the header Prefer (RFC 7240, Web Annotation Protocol §4.2); null where
 * it says nothing that is known here. Of several the one that asks for least.
 */
export function preferred(header: string): Representation | null {
  const include =
    /(?:^|[,;\s])return\s*=\s*representation\s*;\s*include\s*=\s*"([^"]{0,400})"/i.exec(
      header,
    )?.[1];
  const asked = new Set((include ?? '').split(/\s+/).map((name) => preferences[name]));
  return (['minimal', 'iris', 'descriptions'] as const).find((each) => asked.has(each)) ?? null;
}
