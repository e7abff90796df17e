// Its published types do not fit.
declare module 'http-link-header' {
  const LinkHeader: {
    parse(value: string): {
      readonly refs: readonly {
        readonly uri: string;
        readonly rel: string;
        readonly type?: string;
      }[];
    };
  };
  export default LinkHeader;
}
