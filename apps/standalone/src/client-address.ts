import { BlockList, isIP, type IPVersion } from 'node:net';
import { OperatorError } from '@glossator/api/operations';

const loopback = ['127.0.0.0/8', '::1'];
const families = { 4: 'ipv4', 6: 'ipv6' } as const satisfies Record<number, IPVersion>;

/** Who asks, as far as the proxies named in TRUST_PROXY can be believed: the last address they did not write themselves. */
export function clientAddress(trustProxy: readonly string[]) {
  const trusted = trustedPeers(trustProxy);
  const believes = (address: string) => {
    const family = familyOf(address);
    return family !== null && trusted.check(address, family);
  };
  return (peer: string, forwarded: string | undefined): string => {
    let address = plain(peer);
    const hops = (forwarded ?? '').split(',').map((hop) => plain(hop.trim()));
    while (believes(address)) {
      const next = hops.pop();
      if (next === undefined || familyOf(next) === null) break;
      address = next;
    }
    return address;
  };
}

function trustedPeers(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries.flatMap((name) => (name === 'loopback' ? loopback : [name]))) {
    const [address = '', bits] = entry.split('/');
    const family = familyOf(address);
    if (family === null) {
      throw new OperatorError(
        `TRUST_PROXY ${entry} is not an address or a range of addresses: write for example 10.0.0.0/8.`,
      );
    }
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function familyOf(address: string): IPVersion | null {
  const version = isIP(address);
  return version === 4 || version === 6 ? families[version] : null;
}

// A socket that listens on both families writes IPv4 peers as ::ffff:1.2.3.4.
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '');
