/** Read when asked: the one-process start chooses its port before it loads this app. */
export function apiBase(): string {
  const { API_URL, HOST, PORT } = process.env;
  if (API_URL !== undefined && API_URL !== '') return API_URL.replace(/\/$/, '');
  const host = HOST === undefined || HOST === '' || HOST === '0.0.0.0' ? '127.0.0.1' : HOST;
  return `http://${host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host}:${PORT ?? '3000'}`;
}
