import net from 'node:net';
import { OperatorError } from '@glossator/api/operations';

/** Refuses a taken port before anything is made. `localhost` is both 127.0.0.1 and ::1 to a browser. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  for (const address of host === 'localhost' ? ['127.0.0.1', '::1'] : [host]) {
    const code = await attempt(address, port);
    if (code === 'EADDRINUSE') {
      throw new OperatorError(
        `Port ${String(port)} on ${host} is taken by another program: end that one, or set PORT to a free one, as in PORT=${String(port + 1)}.`,
      );
    }
    if (code === 'EACCES') {
      throw new OperatorError(
        `Port ${String(port)} may only be opened by root: set PORT to a number above 1023.`,
      );
    }
    if (code !== null && host !== 'localhost') {
      throw new OperatorError(
        `HOST ${host} is no address of this machine (${code}): correct HOST.`,
      );
    }
  }
}

function attempt(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
    server.listen({ host, port }, () => {
      server.close(() => {
        resolve(null);
      });
    });
  });
}
