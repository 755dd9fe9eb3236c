/** The sources come in; a fresh `dist` goes out, for the tests that load the builds. */
import { buildLibrary } from '../../build/build.ts';
import { oncePerRun } from './once.ts';

export default oncePerRun('dist', () => buildLibrary({ logLevel: 'warn' }));
