// Where a worker thread begins: Node 20 reads no TypeScript by itself, and a worker knows nothing of Vitest's or Vite's loaders.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
