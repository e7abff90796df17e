export { socketUrl, startCluster, type Cluster, type ClusterOptions } from './cluster.ts';
export { places, refuseUnreachable } from './places.ts';
export { temporaryCluster } from './temporary.ts';
