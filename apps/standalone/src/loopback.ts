/** Whether the host name means this machine; as in a URL, so an IPv6 address has its brackets. */
export function loopbackName(hostname: string): boolean {
  return (
    /^(.+\.)?localhost$/.test(hostname) ||
    /^127(\.\d{1,3}){3}$/.test(hostname) ||
    hostname === '[::1]'
  );
}
