/** Bounds that forms and schemas share. Lengths of text are code points unless they say bytes. */
export const limits = {
  nameLength: 80,
  emailLength: 254,
  passwordMin: 10,
  passwordMax: 1_000,
  noteLength: 20_000,
  reasonLength: 2_000,
  quotationLength: 5_000,
  contextLength: 32,
  lociOfRange: 50,
  searchLength: 500,
  searchTerms: 20,
  siteTextLength: 20_000,
  deviceLength: 200,
  requestBytes: 256 * 1024,
  pageSize: 50,
  pageSizeMax: 200,
} as const;
