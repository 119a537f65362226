export { en as strings } from './en.js';
