// Its published types bring in those of Node, which no package may see.
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
