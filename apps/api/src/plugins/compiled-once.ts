/**
 * Compiles what says the same only once. Hundreds of routes refuse in the same few forms, and tests build the app
 * again and again. No schema refers to another by name, so that what one means depends on its text alone.
 */
export function compiledOnce<Route extends { schema?: unknown }, Compiled>(
  compile: (route: Route) => Compiled,
  known: Map<string, Compiled>,
): (route: Route) => Compiled {
  return (route) => {
    const text = JSON.stringify(route.schema);
    const before = known.get(text);
    if (before !== undefined) return before;
    const compiled = compile(route);
    known.set(text, compiled);
    return compiled;
  };
}
