/** The address of a term's page. */
export const termHref = (work: string, term: string): string =>
  `/t/${work}/terms/${encodeURIComponent(term)}`;
