import words from '../commentaries/ncss-2016-textual-notes/commentary.json' with { type: 'json' };
import preamble from '../commentaries/ncss-2016-textual-notes/entries/0-preamble.json' with { type: 'json' };
import opportunities from '../commentaries/ncss-2016-textual-notes/entries/1-opportunities-and-challenges.json' with { type: 'json' };
import objectives from '../commentaries/ncss-2016-textual-notes/entries/2-objectives.json' with { type: 'json' };
import principles from '../commentaries/ncss-2016-textual-notes/entries/3-principles.json' with { type: 'json' };
import tasks from '../commentaries/ncss-2016-textual-notes/entries/4-strategic-tasks.json' with { type: 'json' };
import network from '../commentaries/ncss-2016-textual-notes/entries/5-network.json' with { type: 'json' };
import terms from '../commentaries/ncss-2016-textual-notes/entries/6-terms.json' with { type: 'json' };
import introduction from '../commentaries/ncss-2016-textual-notes/introduction.json' with { type: 'json' };
import type { CommentaryLayers } from '../src/index.ts';

// An import of JSON knows its strings as `string`; a test holds every one to its declared list.
export const ncss2016TextualNotes = {
  words,
  introduction,
  entries: [preamble, opportunities, objectives, principles, tasks, network, terms],
} as CommentaryLayers;
