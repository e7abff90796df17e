// Loaded before the program (`node -r`), and written for any Node: versions that cannot strip types
// would end with a parser's error before a line of ours has run.
if (!(Number(process.version.slice(1).split('.')[0]) >= 24)) {
  process.stderr.write(
    'Glossator needs Node 24 or newer and this is ' +
      process.version +
      ': install it from https://nodejs.org and run the command again.\n',
  );
  process.exit(1);
}
