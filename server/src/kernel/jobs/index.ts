export { Jobs } from './runner.ts';
