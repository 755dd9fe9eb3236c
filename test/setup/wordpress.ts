/** The embedded WordPress of `test/wordpress/setup.ts` comes in; it goes out started once for all projects of this run. */
import setup from '../wordpress/setup.ts';
import { oncePerRun } from './once.ts';

export default oncePerRun('wordpress', setup);
