/** The one place in this package that looks at the environment. An empty variable counts as unset. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
}
