/* What few addresses of the reader need: fetched where one does. */
export { joinRange } from './join-range.ts';
export { refuseReading } from './refuse-reading.ts';
