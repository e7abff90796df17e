import { prepare } from '@glossator/api';
import { connectOwner } from '@glossator/api/operations';
import type { TestProject } from 'vitest/node';
import { temporaryCluster } from '../postgres/index.ts';
import { publishAll } from './publish-all.ts';
import type {} from '@glossator/api/testing';

/** One throw-away cluster with a template that holds schema and shipped texts; each worker and each app copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await temporaryCluster();
  // A failing setup gets no teardown.
  try {
    const owner = await connectOwner(cluster.url('postgres'));
    await owner.query('create database template_test');
    await owner.end();
    await prepare(cluster.url('template_test'), () => undefined);
    await publishAll(cluster.url('template_test'));
    project.provide('cluster', {
      owner: cluster.url('postgres'),
      app: cluster.url('postgres', 'glossator_app'),
    });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  // Test databases are left to the folder's removal: dropping one under an ending pool is an error.
  return () => cluster.stop();
}
