// Imported first, for its effect: later modules use what older versions do not have.
export function refusesNode(version: string): string | null {
  if (Number(/^v(\d+)/.exec(version)?.[1]) >= 24) return null;
  return `Glossator needs Node 24 or newer and this is ${version}: install it from https://nodejs.org and run the command again.`;
}

const refusal = refusesNode(process.version);
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
