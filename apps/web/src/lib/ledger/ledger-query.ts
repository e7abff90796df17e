const fields = ['work', 'action', 'reason', 'cursor'] as const;

/** What the address asks for, as the API reads it: fields left empty are not there. */
export function ledgerQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of fields) {
    const value = address.get(name)?.trim() ?? '';
    if (value !== '') query.set(name, value);
  }
  return query;
}
