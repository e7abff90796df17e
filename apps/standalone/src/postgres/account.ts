import { readFileSync } from 'node:fs';
import { OperatorError } from '@glossator/api/operations';

/** The system account the server runs as; null: our own. */
export type Account = { name: string; uid: number; gid: number } | null;

/** PostgreSQL refuses to run as root, and initdb wants an account with a name. */
export function serverAccount(
  passwd = () => readFileSync('/etc/passwd', 'utf8'),
  uid = process.getuid?.(),
): Account {
  if (uid !== 0) return null;
  const rows = passwd()
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const row = rows.find(([name]) => name === wanted);
    if (row) return { name: wanted, uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new OperatorError(
    'PostgreSQL does not run as root and /etc/passwd has neither "postgres" nor "nobody": run the start as an ordinary user.',
  );
}
